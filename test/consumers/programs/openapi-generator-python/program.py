"""The client of openapi-generator for Python: a class for each tag."""

import os
import sys
from pathlib import Path

sys.path.insert(0, "client")

from openapi_client import ApiClient, Configuration, MediaApi
from journey import form_of, journey


class Consumer:
    def __init__(self, base_url):
        configuration = Configuration(host=base_url, access_token=os.environ["API_KEY"])
        self.media = MediaApi(ApiClient(configuration))

    def list(self, **query):
        return [media.id for media in self.media.list_media(**query).data]

    def upload(self, path):
        return self.media.create_media(file=("image.png", Path(path).read_bytes())).data.id

    def ingest(self, url):
        return self.media.create_media(url=url).data.id

    def rename(self, id, title):
        self.media.update_media(id, title=title)

    def label(self, id, metadata):
        self.media.update_media(id, metadata=metadata)

    def label_by_recipe(self, id, metadata):
        client = self.media.api_client
        headers = {
            "Authorization": f"Bearer {os.environ['API_KEY']}",
            "Content-Type": "application/x-www-form-urlencoded",
        }
        url = f"{os.environ['API_URL']}/media/{id}"
        response = client.call_api("PATCH", url, headers, post_params=list(form_of(metadata).items()))
        if response.status != 200:
            raise RuntimeError(response.reason)

    def remove(self, id):
        self.media.delete_media(id)


journey(Consumer)
