"""Takes every step of the journey with one generated client, on both hosts of the API."""

import json
import os


def form_of(metadata):
    """A map as the API reads it in a form: a field for each of its keys."""
    return {f"metadata[{name}]": value for name, value in metadata.items()}


def journey(connect):
    """`connect(base_url)` makes a client: list, upload, ingest, rename, label, label_by_recipe and remove."""
    env = os.environ
    api = connect(env["API_URL"])
    limit = int(env["PAGE_SIZE"])
    seen = api.list(limit=5)
    take("list", lambda: {"ids": api.list(limit=limit)})
    take("page", lambda: {"ids": api.list(limit=limit, page=2)})
    take("upload", lambda: on_either_host(api, connect, lambda client: client.upload(env["FILE"])))
    take("ingest", lambda: on_either_host(api, connect, lambda client: client.ingest(env["INGEST_URL"])))
    take("rename", lambda: changed(seen[0], lambda id: api.rename(id, env["TITLE"])))
    take("metadata", lambda: labelled(api, seen[1], json.loads(env["LABEL"])))
    take("delete", lambda: changed(seen[2], api.remove))


def on_either_host(api, connect, create):
    """First as the client comes, then with the uploads host given to it."""
    try:
        return {"ids": [create(api)]}
    except Exception:
        return {"ids": [create(connect(os.environ["UPLOADS_URL"]))], "recipe": True}


def labelled(api, id, metadata):
    try:
        return changed(id, lambda each: api.label(each, metadata))
    except Exception:
        return {**changed(id, lambda each: api.label_by_recipe(each, metadata)), "recipe": True}


def changed(id, change):
    change(id)
    return {"ids": [id]}


def take(step, run):
    try:
        said = run()
    except Exception as error:
        said = {"ids": [], "error": f"{type(error).__name__}: {error}"[:300]}
    print('{"step":' + json.dumps(step) + "," + json.dumps(said)[1:], flush=True)
