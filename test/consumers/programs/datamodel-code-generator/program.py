"""The models of datamodel-code-generator read what the API returns. They come without a client."""

import os
from urllib.request import Request, urlopen

from model import MediaListResponse

request = Request(f"{os.environ['API_URL']}/media", headers={"Authorization": f"Bearer {os.environ['API_KEY']}"})
with urlopen(request) as response:
    media = MediaListResponse.model_validate_json(response.read())
assert media.data[0].id
