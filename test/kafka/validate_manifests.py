"""Validates the Kubernetes manifests of a page against the schemas of several versions."""

import re
import sys

import kubernetes_validate
import yaml

VERSIONS = ["1.29", "1.30", "1.31", "1.32", "1.33"]

with open(sys.argv[1], encoding="utf-8") as page:
    blocks = re.findall(r"^```yaml\n(.*?)^```$", page.read(), re.DOTALL | re.MULTILINE)

if not blocks:
    sys.exit("There is no manifest on the page.")

for version in VERSIONS:
    for block in blocks:
        manifest = yaml.safe_load(block)
        try:
            kubernetes_validate.validate(manifest, version, strict=True)
        except kubernetes_validate.ValidationError as error:
            sys.exit(f"{version}: {manifest['metadata']['name']}: {error.message}")
    print(f"{version}: {len(blocks)} manifests are valid")
