# syntax=docker/dockerfile:1
# Images are named by tag. docs/qa/ci.md says how to pin them to the digest of the tag.
FROM node:20.20-alpine3.22 AS manifests
WORKDIR /source
COPY package.json package-lock.json ./
COPY generated/package.json generated/
COPY packages/client/package.json packages/client/
COPY packages/contract/package.json packages/contract/
COPY packages/mock/package.json packages/mock/
COPY packages/qa/package.json packages/qa/
COPY test-support/package.json test-support/

FROM manifests AS source
RUN npm ci --ignore-scripts
COPY . .

FROM source AS mock-build
RUN node --import tsx scripts/build-mock.ts

# An installation of its own: to prune the one above would leave what other packages need.
FROM manifests AS mock-modules
RUN npm ci --ignore-scripts --omit=dev --omit=peer --omit=optional --workspace @ittybit/mock

FROM source AS docs-build
RUN npm run docs

FROM nginxinc/nginx-unprivileged:1.29-alpine3.22 AS docs
COPY --from=docs-build /source/dist/site /usr/share/nginx/html
USER nginx
EXPOSE 8080

FROM node:20.20-alpine3.22 AS mock
WORKDIR /app
COPY --from=mock-modules /source/node_modules node_modules
COPY --from=mock-build /source/generated generated
COPY --from=mock-build /source/packages/mock/package.json packages/mock/
COPY --from=mock-build /source/packages/mock/dist packages/mock/dist
USER node
ENV PORT=4010
EXPOSE ${PORT}
# The last port of the command line counts, as for the mock itself.
HEALTHCHECK --interval=10s --timeout=3s CMD port=$(tr '\0' '\n' < /proc/1/cmdline | sed -nE '/^(-p|--port)$/{n;p;};s/^--port=//p' | tail -n 1) && wget -q -O /dev/null "http://127.0.0.1:$port/__mock"
ENTRYPOINT ["sh", "-c", "exec node packages/mock/dist/bin.js --host 0.0.0.0 --port \"$PORT\" \"$@\"", "ittybit-mock"]
