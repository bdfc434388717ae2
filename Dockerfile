# The server and the jobs, for docker-compose.yml. PostgreSQL is a service of its own there, so the embedded one is not used.
FROM node:24.21.0-bookworm-slim
ENV NODE_ENV=production
WORKDIR /anawim
COPY . .
RUN npm ci --ignore-scripts --include=dev \
  && (cd web && npx vite build) \
  && mkdir -p /data && chown node:node /data
USER node
EXPOSE 8000
VOLUME /data
ENTRYPOINT ["/anawim/deploy/run.sh"]
