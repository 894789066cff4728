"""The client of openapi-python-client: a function for each operation, in a module of its own."""

import os
from io import BytesIO
from pathlib import Path

from client.ittybit_media_api_client import AuthenticatedClient
from client.ittybit_media_api_client.api.media import create_media, delete_media, list_media, update_media
from client.ittybit_media_api_client.models import MediaCreate, MediaUpdate, MetadataUpdate
from client.ittybit_media_api_client.types import File
from journey import form_of, journey


class Consumer:
    def __init__(self, base_url):
        self.client = AuthenticatedClient(base_url=base_url, token=os.environ["API_KEY"])

    def list(self, **query):
        return [media.id for media in list_media.sync(client=self.client, **query).data]

    def upload(self, path):
        payload = BytesIO(Path(path).read_bytes())
        return self.create(MediaCreate(file=File(payload=payload, file_name="image.png", mime_type="image/png")))

    def ingest(self, url):
        return self.create(MediaCreate(url=url))

    def rename(self, id, title):
        succeeded(update_media.sync(id, client=self.client, body=MediaUpdate(title=title)))

    def label(self, id, metadata):
        body = MediaUpdate(metadata=MetadataUpdate.from_dict(metadata))
        succeeded(update_media.sync(id, client=self.client, body=body))

    def label_by_recipe(self, id, metadata):
        response = self.client.get_httpx_client().patch(f"/media/{id}", data=form_of(metadata))
        response.raise_for_status()

    def remove(self, id):
        succeeded(delete_media.sync(id, client=self.client))

    def create(self, body):
        return succeeded(create_media.sync(client=self.client, body=body)).id


def succeeded(response):
    """The functions return the body of an error as they return a result."""
    if not hasattr(response, "data"):
        raise RuntimeError(str(response))
    return response.data


journey(Consumer)
