// Command consumer takes every step of the journey with one generated client.
package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"os"
	"strconv"
	"strings"
)

// Consumer is a client of one tool, on one host.
type Consumer struct {
	List   func(limit, page int) ([]string, error)
	Upload func(path string) (string, error)
	Ingest func(url string) (string, error)
	Rename func(id, title string) error
	Label  func(id string, metadata map[string]string) error
	Remove func(id string) error
}

type said struct {
	Step   string   `json:"step"`
	IDs    []string `json:"ids"`
	Recipe bool     `json:"recipe,omitempty"`
	Error  string   `json:"error,omitempty"`
}

func main() {
	api := connect(os.Getenv("API_URL"))
	limit, _ := strconv.Atoi(os.Getenv("PAGE_SIZE"))
	var label map[string]string
	_ = json.Unmarshal([]byte(os.Getenv("LABEL")), &label)
	seen, err := api.List(5, 1)
	if err != nil || len(seen) < 3 {
		fmt.Println("error: nothing was listed:", err)
		os.Exit(1)
	}
	take("list", func(each *said) (err error) { each.IDs, err = api.List(limit, 1); return })
	take("page", func(each *said) (err error) { each.IDs, err = api.List(limit, 2); return })
	take("upload", onEitherHost(api, func(client Consumer) (string, error) { return client.Upload(os.Getenv("FILE")) }))
	take("ingest", onEitherHost(api, func(client Consumer) (string, error) { return client.Ingest(os.Getenv("INGEST_URL")) }))
	take("rename", func(each *said) error {
		each.IDs = seen[:1]
		return api.Rename(seen[0], os.Getenv("TITLE"))
	})
	take("metadata", func(each *said) error {
		each.IDs = seen[1:2]
		if api.Label(seen[1], label) == nil {
			return nil
		}
		each.Recipe = true
		return labelByForm(seen[1], label)
	})
	take("delete", func(each *said) error { each.IDs = seen[2:3]; return api.Remove(seen[2]) })
}

// First as the client comes, then with the uploads host given to it.
func onEitherHost(api Consumer, create func(Consumer) (string, error)) func(*said) error {
	return func(each *said) error {
		id, err := create(api)
		if err != nil {
			each.Recipe = true
			id, err = create(connect(os.Getenv("UPLOADS_URL")))
		}
		each.IDs = []string{id}
		return err
	}
}

// The way around a client that cannot send a map in a form: one plain request.
func labelByForm(id string, metadata map[string]string) error {
	form := url.Values{}
	for name, value := range metadata {
		form.Set("metadata["+name+"]", value)
	}
	request, err := http.NewRequest(http.MethodPatch, os.Getenv("API_URL")+"/media/"+id, strings.NewReader(form.Encode()))
	if err != nil {
		return err
	}
	request.Header.Set("Authorization", "Bearer "+os.Getenv("API_KEY"))
	request.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		return err
	}
	defer response.Body.Close()
	if response.StatusCode != http.StatusOK {
		text, _ := io.ReadAll(response.Body)
		return errors.New(string(text))
	}
	return nil
}

func take(step string, run func(*said) error) {
	each := said{Step: step, IDs: []string{}}
	if err := run(&each); err != nil {
		each.Error = fmt.Sprintf("%.300s", err.Error())
	}
	line, _ := json.Marshal(each)
	fmt.Println(string(line))
}
