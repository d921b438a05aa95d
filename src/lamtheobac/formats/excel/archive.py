"""The zip of an Excel file, looked through before anything in it is believed (tệp nén).

Nothing is unpacked to the disk. The directory at the end of a zip may lie, so the bytes are counted as they come.
"""

from __future__ import annotations

import struct
import zipfile
import zlib
from io import BytesIO
from typing import TYPE_CHECKING, Final, NoReturn

from lamtheobac.errors import LIMITS, LimitError, Limits, ReadError
from lamtheobac.messages import issue

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Archive"]

_OLD: Final = bytes.fromhex("d0cf11e0a1b11ae1")  # an .xls of before 2007, or an .xlsx with a password
_CHUNK: Final = 64 * 1024
_LONG: Final = 1024 * 1024
_HEADER: Final = 30
_ENCRYPTED: Final = 1


def broken(cause: BaseException | None = None) -> NoReturn:
    """Refuse a file that is damaged, whatever it is that is damaged (tệp hỏng).

    >>> broken()
    Traceback (most recent call last):
        ...
    lamtheobac.errors.ReadError: xlsx/broken: the Excel file is damaged
    """
    raise ReadError(issue("xlsx/broken")) from cause


class Archive:
    """The parts of an Excel file, none of which is too long or hidden behind another (các phần của tệp).

    >>> Archive(b"not a zip")
    Traceback (most recent call last):
        ...
    lamtheobac.errors.ReadError: xlsx/no-workbook: this is no Excel workbook (.xlsx)
    """

    def __init__(self, data: bytes, limits: Limits = LIMITS) -> None:
        if data.startswith(_OLD):
            raise ReadError(issue("xlsx/old-or-encrypted"))
        try:
            with zipfile.ZipFile(BytesIO(data)) as archive:
                infos = archive.infolist()
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, struct.error) as error:
            raise ReadError(issue("xlsx/no-workbook")) from error
        _check(infos, limits)
        self._data = data
        self._infos = {info.filename: info for info in infos}

    def __contains__(self, name: str) -> bool:
        return name in self._infos

    def read(self, name: str) -> Iterator[bytes]:
        """Give the bytes of a part, piece by piece (đọc phần)."""
        info = self._infos.get(name)
        if info is None:
            broken()
        total, checksum = 0, 0
        for piece in self._unpack(info):
            total += len(piece)
            if total > info.file_size:
                broken()
            checksum = zlib.crc32(piece, checksum)
            yield piece
        if total != info.file_size or checksum != info.CRC:
            broken()

    def _unpack(self, info: zipfile.ZipInfo) -> Iterator[bytes]:
        """Unpack a part from the place that its own head names."""
        head = self._data[info.header_offset : info.header_offset + _HEADER]
        if len(head) < _HEADER or not head.startswith(b"PK\x03\x04"):
            broken()
        name_length, extra_length = struct.unpack("<HH", head[26:30])
        start = info.header_offset + _HEADER + name_length + extra_length
        if self._data[info.header_offset + _HEADER :][:name_length] != info.orig_filename.encode():
            broken()
        packed = memoryview(self._data)[start : start + info.compress_size]
        if info.compress_type == zipfile.ZIP_STORED:
            yield bytes(packed)
            return
        unpacker = zlib.decompressobj(-zlib.MAX_WBITS)
        try:
            for place in range(0, len(packed), _CHUNK):
                piece = unpacker.decompress(packed[place : place + _CHUNK], _CHUNK)
                yield piece
                while unpacker.unconsumed_tail:
                    yield unpacker.decompress(unpacker.unconsumed_tail, _CHUNK)
            yield unpacker.flush()
        except zlib.error as error:
            broken(error)


def _check(infos: list[zipfile.ZipInfo], limits: Limits) -> None:
    """Refuse what an honest Excel file never has."""
    names = [info.filename.lower() for info in infos]
    if len(infos) > limits.xlsx_parts:
        raise LimitError(issue("limit/xlsx-parts", most=limits.xlsx_parts))
    if sum(info.file_size for info in infos) > limits.xlsx_unpacked:
        raise LimitError(issue("limit/xlsx-unpacked", most=limits.xlsx_unpacked))
    for info in infos:
        if info.file_size > _LONG and info.file_size > limits.xlsx_ratio * info.compress_size:
            raise LimitError(issue("limit/xlsx-ratio", most=limits.xlsx_ratio))
    parts = [part for name in names for part in name.replace("\\", "/").split("/")]
    if len(set(names)) < len(names) or ".." in parts or any(name[:1] in {"/", "\\"} for name in names):
        raise ReadError(issue("xlsx/unsafe-names"))
    if any(name.endswith("vbaproject.bin") for name in names):
        raise ReadError(issue("xlsx/macro"))
    known = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
    if any(info.flag_bits & _ENCRYPTED or info.compress_type not in known for info in infos):
        raise ReadError(issue("xlsx/old-or-encrypted"))
