"""Articles over REST."""

from __future__ import annotations

import gzip
import json
import threading
from typing import Any

import httpx
import pytest

from service.store import articles
from service.wiring import Service

HIT = {"id": "a-1", "title": "Story", "text": "About 300 workers met Kim Jong-un.", "published": "2024-03-19"}


def test_a_new_article_is_created(api: httpx.Client) -> None:
    """201 with screening and alert, and a place where to read it again."""
    answer = api.post("/v1/articles", json=HIT)
    assert answer.status_code == 201
    document = answer.json()
    assert document["screening"]["schema"] == "screening/1"
    assert document["screening"]["alert_id"] == document["alert"]["id"]
    shown = api.get(answer.headers["location"]).json()
    assert shown["screening"] == document["screening"]
    assert shown["alert"] == document["alert"]
    assert [row["revision"] for row in shown["revisions"]] == [1]


def test_a_known_article_is_answered_with_200(api: httpx.Client) -> None:
    """The identical article gets the earlier result."""
    first = api.post("/v1/articles", json=HIT)
    again = api.post("/v1/articles", json=HIT)
    assert again.status_code == 200
    assert again.json()["screening"] == first.json()["screening"]


def test_an_article_that_says_nothing_has_no_alert(api: httpx.Client) -> None:
    """No hit: the alert is null."""
    document = api.post("/v1/articles", json={"text": "The ballet was well attended."}).json()
    assert document["alert"] is None
    assert document["screening"]["alert_id"] is None


def test_unknown_keys_are_ignored_and_source_name_is_the_source(api: httpx.Client) -> None:
    """Feeds may send more than we read."""
    answer = api.post("/v1/articles", json={**HIT, "source_name": "Courier", "tags": [1, {"deep": None}]})
    assert answer.status_code == 201
    assert answer.json()["screening"]["article"]["source"] == "Courier"


def test_an_id_may_hold_anything(api: httpx.Client) -> None:
    """Slashes, question marks and Cyrillic letters in an id survive the way there and back."""
    answer = api.post("/v1/articles", json={**HIT, "id": "курьер/2024?x=1&y#z %2F"})
    shown = api.get(answer.headers["location"])
    assert shown.json()["article"]["id"] == "курьер/2024?x=1&y#z %2F"


def test_screen_keeps_nothing(api: httpx.Client, service: Service) -> None:
    """`/v1/screen` answers and forgets."""
    answer = api.post("/v1/screen", json=HIT)
    assert answer.status_code == 200
    assert answer.json()["band"] == "alert"
    assert "alert_id" not in answer.json()
    with service.store.read() as tx:
        assert articles.count(tx) == 0


def test_a_compressed_body_is_read(api: httpx.Client) -> None:
    """gzip is unpacked."""
    headers = {"Content-Type": "application/json", "Content-Encoding": "gzip"}
    answer = api.post("/v1/articles", content=gzip.compress(json.dumps(HIT).encode()), headers=headers)
    assert answer.status_code == 201


BAD_BODIES: dict[str, tuple[bytes, int]] = {
    "empty": (b"", 400),
    "broken": (b'{"text": "a"', 400),
    "array": (b"[]", 400),
    "NaN": (b'{"text": NaN}', 400),
    "infinite": (b'{"text": 1e999}', 400),
    "huge-int": (b'{"text": ' + b"9" * 5000 + b"}", 400),
    "deep": (b'{"text": ' + b"[" * 100_000 + b"]" * 100_000 + b"}", 400),
    "not-utf8": (b'{"text": "\xff\xfe"}', 400),
    "lone-surrogate": (b'{"text": "a\\ud800b"}', 400),
    "nul": (b'{"text": "a\\u0000b"}', 422),
    "number": (b'{"text": 5}', 422),
    "no-text": (b"{}", 422),
    "blank": (b'{"text": "  "}', 422),
    "30-february": (b'{"text": "a", "published": "2024-02-30"}', 422),
    "year": (b'{"text": "a", "published": "soon"}', 422),
}


@pytest.mark.parametrize("name", BAD_BODIES)
def test_bad_bodies_are_refused(api: httpx.Client, service: Service, name: str) -> None:
    """Each gets a problem with a detail and a remedy, never a 5xx, and nothing is kept."""
    body, status = BAD_BODIES[name]
    for path in ("/v1/articles", "/v1/screen"):
        answer = api.post(path, content=body, headers={"Content-Type": "application/json"})
        check_problem(answer, status)
    with service.store.read() as tx:
        assert articles.count(tx) == 0


def test_the_field_is_named(api: httpx.Client) -> None:
    """A field that does not fit is named."""
    problem = check_problem(api.post("/v1/articles", json={"text": "a", "title": 5}), 422)
    assert problem["errors"] == [{"place": "title", "message": "Input should be a valid string"}]
    assert "published: '2024-02-30'" in api.post("/v1/screen", json={"text": "a", "published": "2024-02-30"}).text


def test_too_long_a_body_is_refused(api: httpx.Client) -> None:
    """More than 2 MB: 413, whether or not the length is announced."""
    body = json.dumps({"text": "a" * 3_000_000}).encode()
    headers = {"Content-Type": "application/json"}
    assert check_problem(api.post("/v1/articles", content=body, headers=headers), 413)["limit"] == 2_000_000
    pieces = (body[start : start + 50_000] for start in range(0, len(body), 50_000))
    check_problem(api.post("/v1/articles", content=pieces, headers=headers), 413)


def test_a_gzip_bomb_is_refused(api: httpx.Client) -> None:
    """A body that unpacks to more than a hundred times its size: 413; a cut one: 400."""
    headers = {"Content-Type": "application/json", "Content-Encoding": "gzip"}
    bomb = gzip.compress(b'{"text": "' + b"a" * 1_900_000 + b'"}')
    assert check_problem(api.post("/v1/articles", content=bomb, headers=headers), 413)["type"].endswith("bomb")
    check_problem(api.post("/v1/articles", content=bomb[:100], headers=headers), 400)
    check_problem(api.post("/v1/articles", content=b"plain", headers=headers), 400)


def test_other_types_are_refused(api: httpx.Client) -> None:
    """A form or an unknown encoding: 415 (a form would let any web page post to a local service)."""
    check_problem(api.post("/v1/articles", data={"text": "a"}), 415)
    headers = {"Content-Type": "application/json", "Content-Encoding": "br"}
    check_problem(api.post("/v1/articles", content=b"x", headers=headers), 415)


def test_unknown_paths_and_methods(api: httpx.Client) -> None:
    """404 and 405 are problems too."""
    check_problem(api.get("/v1/nothing"), 404)
    assert "GET" not in check_answer(api.delete("/v1/articles"), 405).headers["allow"]
    check_problem(api.get("/v1/articles/unknown"), 404)
    check_problem(api.get("/v1/alerts/unknown"), 404)


def test_a_batch_goes_on_after_a_bad_line(api: httpx.Client) -> None:
    """Each line has its result; a bad one is named by its number."""
    lines = [
        json.dumps(HIT),
        "{broken",
        "",
        json.dumps({"text": "The ballet was well attended."}),
        json.dumps({"text": ""}),
        json.dumps(HIT),
    ]
    results = post_batch(api, "\n".join(lines).encode())
    assert [(one["line"], one["status"]) for one in results] == [(1, 201), (2, 400), (4, 201), (5, 422), (6, 200)]
    assert results[1]["problem"]["detail"].startswith("line 2: ")
    assert results[0]["alert_id"] == results[4]["alert_id"]


def test_a_large_batch(api: httpx.Client, service: Service) -> None:
    """Lines over chunk and group borders all arrive, once each."""
    lines = (
        json.dumps({"id": f"b-{number}", "text": f"Story {number} " + "x" * (number % 700)}) for number in range(500)
    )
    results = post_batch(api, "\n".join(lines).encode() + b"\n")
    assert [one["line"] for one in results] == list(range(1, 501))
    assert {one["status"] for one in results} == {201}
    with service.store.read() as tx:
        assert articles.count(tx) == 500


def test_an_over_long_line_is_named(api: httpx.Client) -> None:
    """A line of more than 10 MB is refused by number, the rest goes on."""
    body = json.dumps({"text": "x" * 10_500_000}).encode() + b"\n" + json.dumps(HIT).encode()
    results = post_batch(api, body)
    assert [(one["line"], one["status"]) for one in results] == [(1, 413), (2, 201)]


def test_an_idempotency_key_replays(api: httpx.Client) -> None:
    """The same key and body give the same answer again, marked; another body under the key is refused."""
    headers = {"Idempotency-Key": "k-1"}
    first = api.post("/v1/articles", json=HIT, headers=headers)
    again = api.post("/v1/articles", json=HIT, headers=headers)
    assert (first.status_code, again.status_code) == (201, 201)
    assert again.content == first.content
    assert "idempotent-replayed" not in first.headers
    assert again.headers["idempotent-replayed"] == "true"
    check_problem(api.post("/v1/articles", json={**HIT, "text": "other"}, headers=headers), 422)
    check_problem(api.post("/v1/articles", json=HIT, headers={"Idempotency-Key": "k" * 300}), 400)


def test_a_refused_request_frees_its_key(api: httpx.Client) -> None:
    """After a refusal the key may be used for the mended request."""
    headers = {"Idempotency-Key": "k-2"}
    check_problem(api.post("/v1/articles", json={"text": ""}, headers=headers), 422)
    assert api.post("/v1/articles", json=HIT, headers=headers).status_code == 201


def test_sixteen_threads_one_key(api: httpx.Client, service: Service) -> None:
    """Sixteen requests at once under one key keep one article; the others replay it or are told to wait."""
    answers: list[int] = []
    barrier = threading.Barrier(16)

    def send() -> None:
        with httpx.Client(base_url=api.base_url, timeout=30) as client:
            barrier.wait()
            answer = client.post("/v1/articles", json=HIT, headers={"Idempotency-Key": "k-3"})
            answers.append(answer.status_code)

    threads = [threading.Thread(target=send) for _ in range(16)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert set(answers) <= {201, 409}
    assert 201 in answers
    with service.store.read() as tx:
        assert articles.count(tx) == 1


def post_batch(api: httpx.Client, body: bytes) -> list[dict[str, Any]]:
    """The results of a batch."""
    answer = api.post("/v1/articles", content=body, headers={"Content-Type": "application/x-ndjson"})
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/x-ndjson"
    return [json.loads(line) for line in answer.text.splitlines()]


def check_answer(answer: httpx.Response, status: int) -> httpx.Response:
    """The answer, which must have that status and be a problem."""
    check_problem(answer, status)
    return answer


def check_problem(answer: httpx.Response, status: int) -> dict[str, Any]:
    """The problem object of an answer."""
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    problem: dict[str, Any] = answer.json()
    assert problem["status"] == status
    assert problem["detail"]
    assert problem["remedy"]
    return problem


def test_fields_that_are_not_read_are_named(api: httpx.Client) -> None:
    """With the field that is likely meant; `published_at` is read, and a batch says it line by line."""
    sent = {"text": "About 300 workers came.", "published_at": "2024-03-19", "headline": "Hm", "x1": 1, "langage": "en"}
    answer = api.post("/v1/articles", json=sent).json()
    assert answer["screening"]["article"]["published"] == "2024-03-19"
    assert answer["warnings"] == [
        "`headline` is not read; did you mean `title`?",
        "`x1` is not read; an article is {id, title, text, published, language, source, url}",
        "`langage` is not read; did you mean `language`?",
    ]
    assert api.post("/v1/screen", json=sent).json()["warnings"] == answer["warnings"]
    assert api.post("/v1/screen", json={"text": "a", "source_name": "b"}).json()["warnings"] == []
    lines = b'{"text": "one", "body": "b"}\n{"text": "two"}\n'
    batch = api.post("/v1/articles", content=lines, headers={"Content-Type": "application/x-ndjson"}).text
    first, second = (json.loads(line) for line in batch.splitlines())
    assert first["warnings"] == ["`body` is not read; did you mean `text`?"]
    assert "warnings" not in second


def test_many_unread_fields_make_a_bounded_answer(api: httpx.Client) -> None:
    """A record of another kind does not come back as a list as long as itself."""
    told = api.post("/v1/screen", json={"text": "a", **{f"{number}" * 100: 1 for number in range(50)}}).json()[
        "warnings"
    ]
    assert len(told) == 21
    assert told[-1] == "30 more fields are not read"
    assert max(map(len, told)) < 200
