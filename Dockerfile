# The service with every program it uses: poppler for PDF, tesseract for scans, Debian's patched SQLite.
#   docker build -t distribution-copilot .
#   docker run -p 127.0.0.1:5080:5080 -v copilot-data:/data distribution-copilot
FROM node:20-bookworm-slim AS node

FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
COPY --from=node /usr/local/bin/node /usr/local/bin/node
COPY --from=node /usr/local/lib/node_modules /usr/local/lib/node_modules
RUN ln -s /usr/local/lib/node_modules/npm/bin/npm-cli.js /usr/local/bin/npm
WORKDIR /source
COPY . .
RUN dotnet publish src/Copilot.Host -c Release -o /app

FROM mcr.microsoft.com/dotnet/aspnet:10.0 AS run
RUN apt-get update \
    && apt-get install -y --no-install-recommends curl util-linux poppler-utils libsqlite3-0 \
        tesseract-ocr tesseract-ocr-eng tesseract-ocr-deu tesseract-ocr-fra tesseract-ocr-spa tesseract-ocr-nld tesseract-ocr-ita \
    && rm -rf /var/lib/apt/lists/* && mkdir /data && chown app:app /data
WORKDIR /app
COPY --from=build /app .
COPY knowledge knowledge
USER app
ENV Copilot__Data=/data
VOLUME /data
EXPOSE 5080
HEALTHCHECK --interval=15s --start-period=60s CMD curl -fsS http://127.0.0.1:5080/readyz >/dev/null || exit 1
ENTRYPOINT ["dotnet", "copilot.dll"]
CMD ["serve", "--urls", "http://0.0.0.0:5080"]
