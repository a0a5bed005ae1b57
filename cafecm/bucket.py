"""Photos in a bucket that speaks S3's protocol, for a café on many machines; pages get them from the café itself."""

import contextlib
import datetime
import errno
from collections.abc import Iterator
from typing import Any

from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError
from django.conf import settings
from django.utils.encoding import filepath_to_uri
from storages.backends.s3 import S3Storage

# In seconds. Checksums only where the protocol asks for them: not every service knows the newer ones.
MANNERS = Config(
    connect_timeout=3,
    read_timeout=10,
    retries={"max_attempts": 2},
    request_checksum_calculation="when_required",
    response_checksum_validation="when_required",
    s3={"addressing_style": "path"},
)


@contextlib.contextmanager
def _asking() -> Iterator[None]:
    """A bucket that does not answer is a disk that does not: an outage, and no mistake of ours."""
    try:
        yield
    except ClientError as error:
        if error.response["ResponseMetadata"]["HTTPStatusCode"] == 404:
            raise FileNotFoundError(errno.ENOENT, "There is no such photo.") from error
        raise OSError(errno.EIO, "The bucket refuses.") from error
    except BotoCoreError as error:
        raise OSError(errno.EIO, "The bucket does not answer.") from error


class PhotoBucket(S3Storage):
    """Reads, writes and deletes in the bucket, which stays private: addresses are the café's own."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options, client_config=MANNERS, file_overwrite=False, default_acl=None)

    def url(self, name: str, *args: Any, **options: Any) -> str:
        return settings.MEDIA_URL + filepath_to_uri(name)

    def get_modified_time(self, name: str) -> datetime.datetime:
        with _asking():
            return super().get_modified_time(name)

    def exists(self, name: str) -> bool:
        with _asking():
            return super().exists(name)

    def delete(self, name: str) -> None:
        with _asking():
            super().delete(name)

    def _open(self, name: str, mode: str = "rb") -> Any:
        with _asking():
            return super()._open(name, mode)

    def _save(self, name: str, content: Any) -> str:
        with _asking():
            return super()._save(name, content)
