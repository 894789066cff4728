package main

import (
	"bytes"
	"context"
	"errors"
	"io"
	"mime/multipart"
	"net/http"
	"os"

	"consumer/api"
)

func connect(baseURL string) Consumer {
	ctx := context.Background()
	client, err := api.NewClientWithResponses(baseURL, api.WithRequestEditorFn(
		func(_ context.Context, request *http.Request) error {
			request.Header.Set("Authorization", "Bearer "+os.Getenv("API_KEY"))
			return nil
		}))
	if err != nil {
		panic(err)
	}
	// The client takes a multipart body as it is sent.
	create := func(write func(*multipart.Writer) error) (string, error) {
		var body bytes.Buffer
		writer := multipart.NewWriter(&body)
		if err := write(writer); err != nil {
			return "", err
		}
		writer.Close()
		response, err := client.CreateMediaWithBodyWithResponse(ctx, nil, writer.FormDataContentType(), &body)
		if err != nil {
			return "", err
		}
		if response.JSON201 == nil {
			return "", errors.New(string(response.Body))
		}
		return response.JSON201.Data.Id, nil
	}
	update := func(id string, body api.MediaUpdate) error {
		response, err := client.UpdateMediaWithFormdataBodyWithResponse(ctx, id, nil, body)
		if err == nil && response.JSON200 == nil {
			err = errors.New(string(response.Body))
		}
		return err
	}
	return Consumer{
		List: func(limit, page int) ([]string, error) {
			query := api.ListMediaParams{Limit: ptr(int32(limit)), Page: ptr(int32(page))}
			response, err := client.ListMediaWithResponse(ctx, &query)
			if err != nil {
				return nil, err
			}
			if response.JSON200 == nil {
				return nil, errors.New(string(response.Body))
			}
			ids := []string{}
			for _, media := range response.JSON200.Data {
				ids = append(ids, media.Id)
			}
			return ids, nil
		},
		Upload: func(path string) (string, error) {
			return create(func(writer *multipart.Writer) error {
				file, err := os.Open(path)
				if err != nil {
					return err
				}
				defer file.Close()
				part, err := writer.CreateFormFile("file", "image.png")
				if err != nil {
					return err
				}
				_, err = io.Copy(part, file)
				return err
			})
		},
		Ingest: func(url string) (string, error) {
			return create(func(writer *multipart.Writer) error { return writer.WriteField("url", url) })
		},
		Rename: func(id, title string) error { return update(id, api.MediaUpdate{Title: &title}) },
		Label: func(id string, metadata map[string]string) error {
			return update(id, api.MediaUpdate{Metadata: ptr(api.MetadataUpdate(metadata))})
		},
		Remove: func(id string) error {
			response, err := client.DeleteMediaWithResponse(ctx, id, nil)
			if err == nil && response.JSON200 == nil {
				err = errors.New(string(response.Body))
			}
			return err
		},
	}
}

func ptr[T any](value T) *T { return &value }
