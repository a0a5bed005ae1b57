# The café in a container: as nobody, on a root that can be read-only. All it keeps is in /data.
#   docker build -t cafecm . && docker run --read-only --tmpfs /tmp -v cafe:/data -p 8000:8000 cafecm
FROM python:3.13-slim AS parts
COPY requirements/base.txt /base.txt
RUN python -m venv /parts \
 && /parts/bin/pip install --no-cache-dir --disable-pip-version-check --require-hashes --no-deps --only-binary=:all: -r /base.txt

FROM python:3.13-slim
# PostgreSQL's own tools, for `manage.py backup` and `restore` there; SQLite needs none.
RUN apt-get update \
 && apt-get install -y --no-install-recommends postgresql-client \
 && rm -rf /var/lib/apt/lists/*
COPY --from=parts /parts /parts
COPY . /cafe
WORKDIR /cafe
ENV PATH=/parts/bin:$PATH PYTHONUNBUFFERED=1 HOST=0.0.0.0 PORT=8000 DATA_DIR=/data
# Compiles the code and the translations, since nothing can be written here later.
RUN python -m compileall -q /cafe /parts/lib \
 && DATA_DIR=/tmp/build python manage.py check \
 && rm -rf /tmp/build \
 && install -d -o 65534 -g 65534 -m 700 /data
ENV PYTHONDONTWRITEBYTECODE=1
USER 65534:65534
VOLUME /data
EXPOSE 8000
STOPSIGNAL SIGTERM
# Asks under the one name that the café answers to.
HEALTHCHECK --interval=30s --timeout=10s --start-period=60s CMD ["python", "-c", "import os, urllib.parse, urllib.request; name = urllib.parse.urlsplit(os.environ.get('SITE_URL', 'http://0.0.0.0:8000')).netloc; urllib.request.urlopen(urllib.request.Request('http://127.0.0.1:' + os.environ['PORT'] + '/health/', headers={'Host': name}), timeout=9)"]
CMD ["python", "manage.py", "serve"]
