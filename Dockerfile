# Two images from one file: `docker build --target api .` and `docker build --target web .`
# Any Node from 20.12 on will do here: Tend brings the Node it runs on as a package, as everywhere.

FROM node:22-bookworm-slim AS packages
WORKDIR /app
COPY .npmrc package.json package-lock.json ./
COPY cli/package.json cli/
COPY client/package.json client/
COPY server/package.json server/
COPY web/package.json web/
RUN npm ci --omit=dev

FROM packages AS build
RUN npm ci
COPY . .
RUN npm run build --workspace web

FROM packages AS api
# Within a container, its own loopback would reach nobody.
ENV NODE_ENV=production HOST=0.0.0.0
COPY server/src server/src
COPY docs docs
USER node
EXPOSE 4000
HEALTHCHECK --start-period=60s CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.API_PORT || 4000}/livez`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node_modules/.bin/node", "server/src/main.ts"]

FROM packages AS web
ENV NODE_ENV=production HOST=0.0.0.0
COPY server/src server/src
COPY web/next.config.ts web/
COPY web/src web/src
COPY --from=build --chown=node:node /app/web/.next web/.next
COPY --from=build /app/web/public web/public
USER node
EXPOSE 3000
HEALTHCHECK --start-period=60s CMD ["node", "-e", "fetch('http://127.0.0.1:3000/login').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node_modules/.bin/node", "web/src/serve.ts"]
