# dondoc's API and worker, and its one-off commands: `docker run IMAGE node bin/dondoc.mjs --help`.
# The workflow engine's SDK is native code for glibc, so no Alpine.
FROM node:22.23.2-bookworm-slim

ENV NODE_ENV=production
WORKDIR /app

# No package needs its install script to run: https://docs.npmjs.com/cli/commands/npm-ci
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --ignore-scripts && npm cache clean --force

COPY tsconfig.json LICENSE ./
COPY activities activities
COPY api api
COPY bin bin
COPY cli cli
COPY contracts contracts
COPY db db
COPY dev dev
COPY domain domain
COPY letters letters
COPY notices notices
COPY post post
COPY security security
COPY serve serve
COPY worker worker
COPY workflows workflows

USER node
ENV HOST=0.0.0.0 PORT=8080
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s --retries=6 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/health`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]

# dondoc takes SIGTERM itself and finishes what is in hand: it may be process 1, and needs more than the usual 10 s.
CMD ["node", "bin/dondoc.mjs", "serve"]
