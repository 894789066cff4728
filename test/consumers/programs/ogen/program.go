package main

import (
	"context"
	"fmt"
	"net/url"
	"os"

	ht "github.com/ogen-go/ogen/http"

	"consumer/api"
)

// A map that is not set is sent as an empty field, which is no map.
var none = api.NewOptMetadata(api.Metadata{})

type key struct{}

func (key) ApiKey(context.Context, api.OperationName) (api.ApiKey, error) {
	return api.ApiKey{Token: os.Getenv("API_KEY")}, nil
}

func connect(baseURL string) Consumer {
	ctx := context.Background()
	client, err := api.NewClient(baseURL, key{})
	if err != nil {
		panic(err)
	}
	create := func(body *api.MediaCreateMultipart) (string, error) {
		result, err := client.CreateMedia(ctx, body, api.CreateMediaParams{})
		if err != nil {
			return "", err
		}
		if created, ok := result.(*api.MediaResponseHeaders); ok {
			return created.Response.Data.ID, nil
		}
		return "", fmt.Errorf("%T", result)
	}
	update := func(id string, body *api.MediaUpdate) error {
		result, err := client.UpdateMedia(ctx, body, api.UpdateMediaParams{ID: id})
		if err != nil {
			return err
		}
		if _, ok := result.(*api.MediaResponseHeaders); !ok {
			return fmt.Errorf("%T", result)
		}
		return nil
	}
	return Consumer{
		List: func(limit, page int) ([]string, error) {
			query := api.ListMediaParams{Limit: api.NewOptInt32(int32(limit)), Page: api.NewOptInt32(int32(page))}
			result, err := client.ListMedia(ctx, query)
			if err != nil {
				return nil, err
			}
			list, ok := result.(*api.MediaListResponseHeaders)
			if !ok {
				return nil, fmt.Errorf("%T", result)
			}
			ids := []string{}
			for _, media := range list.Response.Data {
				ids = append(ids, media.ID)
			}
			return ids, nil
		},
		Upload: func(path string) (string, error) {
			file, err := os.Open(path)
			if err != nil {
				return "", err
			}
			defer file.Close()
			part := ht.MultipartFile{Name: "image.png", File: file}
			return create(&api.MediaCreateMultipart{Metadata: none, File: api.NewOptMultipartFile(part)})
		},
		Ingest: func(address string) (string, error) {
			parsed, err := url.Parse(address)
			if err != nil {
				return "", err
			}
			return create(&api.MediaCreateMultipart{Metadata: none, URL: api.NewOptURI(*parsed)})
		},
		Rename: func(id, title string) error {
			return update(id, &api.MediaUpdate{Title: api.NewOptString(title)})
		},
		Label: func(id string, metadata map[string]string) error {
			return update(id, &api.MediaUpdate{Metadata: api.NewOptMetadataUpdate(metadata)})
		},
		Remove: func(id string) error {
			_, err := client.DeleteMedia(ctx, api.DeleteMediaParams{ID: id})
			return err
		},
	}
}
