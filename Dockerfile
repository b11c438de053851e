# The service in a container: docs/deployment.md. Nothing is compiled; what is left out of the packages is for programmers.
FROM node:26-slim AS packages
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund \
 && find node_modules -type f \( -name '*.map' -o -name '*.ts' -o -name '*.mts' -o -name '*.cts' \) -delete \
 && find node_modules -type d \( -path '*/dist/browser' -o -path '*/dist/react-native' \) -prune -exec rm -rf {} +

FROM node:26-slim
# Of the image's own tools the service needs none, and whoever breaks in should find none.
RUN rm -rf /usr/local/lib/node_modules /opt/yarn-* /usr/local/bin/npm /usr/local/bin/npx /usr/local/bin/yarn /usr/local/bin/yarnpkg \
 && install -d -o node -g node /data
WORKDIR /app
COPY --from=packages /app/node_modules node_modules
COPY package.json package.json
COPY src src
COPY cards cards
COPY manifests manifests
COPY playbooks playbooks
ENV NODE_ENV=production \
    HOST=0.0.0.0 \
    PORT=3978 \
    DRIFTVAKT_PLAYBOOKS=/playbooks \
    DRIFTVAKT_STORE=/data/driftvakt.sqlite
VOLUME /data
EXPOSE 3978
USER node
STOPSIGNAL SIGTERM
# Alive, not ready: whether it may get requests is asked by the load balancer at /readyz.
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "src/main.ts"]
CMD ["serve"]
