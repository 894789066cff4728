package main

import (
	"context"
	"os"

	"consumer/api"
)

func connect(baseURL string) Consumer {
	configuration := api.NewConfiguration()
	// The client knows both hosts of the document; the second one is for a host of one's own.
	if baseURL != os.Getenv("API_URL") {
		configuration.Servers = api.ServerConfigurations{{URL: baseURL}}
		configuration.OperationServers = nil
	}
	client := api.NewAPIClient(configuration)
	ctx := context.WithValue(context.Background(), api.ContextAccessToken, os.Getenv("API_KEY"))
	return Consumer{
		List: func(limit, page int) ([]string, error) {
			list, _, err := client.MediaAPI.ListMedia(ctx).Limit(int32(limit)).Page(int32(page)).Execute()
			if err != nil {
				return nil, err
			}
			ids := []string{}
			for _, media := range list.Data {
				ids = append(ids, media.Id)
			}
			return ids, nil
		},
		Upload: func(path string) (string, error) {
			file, err := os.Open(path)
			if err != nil {
				return "", err
			}
			created, _, err := client.MediaAPI.CreateMedia(ctx).File(file).Execute()
			return idOf(created), err
		},
		Ingest: func(url string) (string, error) {
			created, _, err := client.MediaAPI.CreateMedia(ctx).Url(url).Execute()
			return idOf(created), err
		},
		Rename: func(id, title string) error {
			_, _, err := client.MediaAPI.UpdateMedia(ctx, id).Title(title).Execute()
			return err
		},
		Label: func(id string, metadata map[string]string) error {
			_, _, err := client.MediaAPI.UpdateMedia(ctx, id).Metadata(metadata).Execute()
			return err
		},
		Remove: func(id string) error {
			_, _, err := client.MediaAPI.DeleteMedia(ctx, id).Execute()
			return err
		},
	}
}

func idOf(response *api.MediaResponse) string {
	if response == nil {
		return ""
	}
	return response.Data.Id
}
