# One image for api, mailbox and worker; the command names the process.
FROM node:20-bookworm-slim AS build
WORKDIR /jieban
COPY . .
RUN npm ci --no-audit --no-fund && node scripts/build.mjs && npm prune --omit=dev --no-audit --no-fund

FROM node:20-bookworm-slim
ENV NODE_ENV=production JIEBAN_HOST=0.0.0.0 JIEBAN_DATA_DIR=/var/lib/jieban
WORKDIR /jieban
RUN install -d -o node -g node /var/lib/jieban
COPY --from=build /jieban/node_modules node_modules
COPY --from=build /jieban/dist dist
COPY --from=build /jieban/migrations migrations
# npm links each workspace into node_modules; the links must not dangle, and `jieban` runs from here.
COPY --from=build /jieban/packages packages
COPY --from=build /jieban/services services
USER node
VOLUME /var/lib/jieban
EXPOSE 8080
CMD ["node", "dist/api.mjs"]
