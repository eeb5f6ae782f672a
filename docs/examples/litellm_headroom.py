"""Asks Headroom before LiteLLM's proxy lets a request through. See docs/gateways.md.

    HEADROOM_URL              http://127.0.0.1:3000
    HEADROOM_TOKEN            what `headroom tokens create` printed
    HEADROOM_BUDGET           the budget's name
    HEADROOM_VALUE_FROM       team, key, user or model, for a budget with one part for each; empty for one without parts
    HEADROOM_WHEN_UNREACHABLE allow (usual) or deny, where Headroom gives no answer
    HEADROOM_TIMEOUT          seconds, 0.5
"""

import asyncio
import json
import os
import time
import urllib.error
import urllib.parse
import urllib.request

from fastapi import HTTPException
from litellm.integrations.custom_logger import CustomLogger

CACHE_SECONDS = 5


class HeadroomGate(CustomLogger):
    def __init__(self, settings=os.environ):
        super().__init__()
        self.url = settings["HEADROOM_URL"].rstrip("/")
        self.token = settings["HEADROOM_TOKEN"]
        self.budget = settings["HEADROOM_BUDGET"]
        self.value_from = settings.get("HEADROOM_VALUE_FROM", "")
        self.is_open = settings.get("HEADROOM_WHEN_UNREACHABLE", "allow") != "deny"
        self.timeout = float(settings.get("HEADROOM_TIMEOUT", "0.5"))
        self.answers = {}  # value -> (until, task): requests that come together ask once
        if self.value_from not in ("", "team", "key", "user", "model"):
            raise ValueError(f'HEADROOM_VALUE_FROM is "{self.value_from}"; it is team, key, user, model or empty.')

    async def async_pre_call_hook(self, user_api_key_dict, cache, data, call_type):
        answer = await self.ask(self.value_of(user_api_key_dict, data))
        if answer is None and not self.is_open:
            raise HTTPException(status_code=503, detail={"error": f"Headroom gives no answer about {self.budget}."})
        if answer is not None and not answer["allowed"]:
            raise HTTPException(
                status_code=429,
                detail={
                    "error": f"Budget {self.budget} is used up: {answer['remaining']} {answer['currency'] or 'tokens'} left, "
                    f"as of {answer['as_of']}. It begins anew at {answer['window_end']}."
                },
            )
        return data

    def value_of(self, key, data):
        """What the request counts for; the names have to be those of the bills."""
        return {
            "": None,
            "team": getattr(key, "team_alias", None) or getattr(key, "team_id", None),
            "key": getattr(key, "key_alias", None),
            "user": getattr(key, "user_id", None),
            "model": (data.get("model") or "").split("/")[-1] or None,
        }[self.value_from]

    async def ask(self, value):
        """Headroom's answer, or None where there is none. Kept for a few seconds, failures too: a dead Headroom slows nobody twice."""
        now = time.monotonic()
        until, task = self.answers.get(value, (0.0, None))
        if task is None or until <= now:
            self.answers = {v: a for v, a in self.answers.items() if a[0] > now}
            task = asyncio.ensure_future(asyncio.to_thread(self.fetch, value))
            self.answers[value] = (now + CACHE_SECONDS, task)
        return await asyncio.shield(task)

    def fetch(self, value):
        query = "" if value is None else "?" + urllib.parse.urlencode({"value": value})
        address = f"{self.url}/api/v1/headroom/{urllib.parse.quote(self.budget, safe='')}{query}"
        request = urllib.request.Request(address, headers={"authorization": f"Bearer {self.token}"})
        try:
            with urllib.request.urlopen(request, timeout=self.timeout) as response:
                answer = json.load(response)
                return answer if isinstance(answer.get("allowed"), bool) else None
        except (OSError, ValueError, AttributeError) as error:  # refused, too slow, 404, no JSON
            print(f"headroom: no answer about {self.budget} {value or ''}: {error}")
            return None


headroom_gate = HeadroomGate() if "HEADROOM_URL" in os.environ else None
