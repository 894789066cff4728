# syntax=docker/dockerfile:1
# Images are named by tag. docs/qa/ci.md says how to pin them to the digest of the tag.
FROM node:20.20-alpine3.22 AS source
WORKDIR /source
COPY package.json package-lock.json ./
COPY generated/package.json generated/
COPY packages/client/package.json packages/client/
COPY packages/contract/package.json packages/contract/
COPY packages/mock/package.json packages/mock/
COPY packages/qa/package.json packages/qa/
COPY test-support/package.json test-support/
RUN npm ci --ignore-scripts
COPY . .

FROM source AS mock-build
RUN node --import tsx scripts/build-mock.ts && npm prune --omit=dev --workspace @ittybit/mock

FROM source AS docs-build
RUN npm run docs

FROM nginxinc/nginx-unprivileged:1.29-alpine3.22 AS docs
COPY --from=docs-build /source/dist/site /usr/share/nginx/html
USER nginx
EXPOSE 8080

FROM node:20.20-alpine3.22 AS mock
WORKDIR /app
COPY --from=mock-build /source/node_modules node_modules
COPY --from=mock-build /source/generated generated
COPY --from=mock-build /source/packages/mock packages/mock
USER node
ENV PORT=4010
EXPOSE ${PORT}
HEALTHCHECK --interval=10s --timeout=3s CMD wget -q -O /dev/null "http://127.0.0.1:${PORT}/__mock"
ENTRYPOINT ["sh", "-c", "exec node packages/mock/dist/bin.js --host 0.0.0.0 --port \"$PORT\" \"$@\"", "ittybit-mock"]
