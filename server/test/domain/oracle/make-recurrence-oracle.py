"""Makes recurrence-oracle.jsonl: what python-dateutil, an RFC 5545 implementation of its own,
says of 300 rules in zones with daylight saving time.

    python3 make-recurrence-oracle.py > recurrence-oracle.jsonl

The first line says what made it and names the zones. Each further one is
[rule, start, time, days, offsets]: the first occurrences, at most 10, and for each zone, in the
order named, how many minutes the wall clock is ahead of UTC at the instant each falls on, where a
time the clocks skip is as much later. Offsets stop before 2024: later ones are forecasts, which
differ between versions of the time zone database.

One thing of ours is not RFC 5545: a month day that the month lacks is its last day. It is written
here in the RFC's own words, one rule a day: the last one there is of the 28th to that day
(BYMONTHDAY=28,...,d;BYSETPOS=-1), one rule a month where months are given, united.
"""

import json
import random
import sys
from datetime import date, datetime, timedelta, timezone
from importlib.metadata import version

from dateutil import tz
from dateutil.rrule import rrulestr

ZONES = [
    "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "America/Sao_Paulo", "Asia/Gaza",
    "Pacific/Apia", "Africa/Casablanca", "America/St_Johns", "Pacific/Chatham", "Asia/Kathmandu",
]
# A few days before the clocks change somewhere above, Apia's missing 2011-12-30 among them.
CHANGES = [
    "2021-03-25", "2021-10-28", "2021-03-11", "2021-11-04", "2021-04-01", "2021-09-30",
    "2018-11-01", "2018-02-15", "2019-03-27", "2020-03-25", "2011-12-27", "2018-06-14",
]
TIMES = ["00:00", "00:30", "01:00", "01:30", "02:00", "02:15", "02:30", "03:00", "09:00", "23:59"]
DAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
LIMIT = 10
RULES = 300
pick = random.Random(5545)


def some(values, least, most):
    return sorted(pick.sample(values, pick.randint(least, most)), key=values.index)


def joined(values):
    return ",".join(map(str, values))


def draw_pattern():
    kind = pick.choice(["daily", "weekly", "weekly", "workdays", "monthly-plain", "month-days",
                        "month-days", "late-days", "nth", "nth", "set", "yearly-plain",
                        "yearly-days", "yearly-days", "yearly-nth", "yearly-set"])
    if kind == "daily":
        return "DAILY", pick.choice([1, 1, 2, 3, 5, 10, 45, 100]), {}
    if kind == "weekly":
        by = {"BYDAY": joined(some(DAYS, 1, 4))} if pick.random() < 0.85 else {}
        interval = pick.choice([1, 1, 2, 3, 6])
        if interval > 1 and pick.random() < 0.4:
            by["WKST"] = pick.choice(["SU", "SA", "WE"])
        return "WEEKLY", interval, by
    if kind == "workdays":
        return "WEEKLY", 1, {"BYDAY": joined(DAYS[:5])}
    months = {"BYMONTH": joined(some(list(range(1, 13)), 1, 4))}
    nth = {"BYDAY": joined(f"{pick.choice([1, 2, 3, 4, 5, -1, -2])}{day}" for day in some(DAYS, 1, 2))}
    chosen = some(DAYS, 2, 5) if pick.random() < 0.5 else DAYS[:5]
    chosen_set = {"BYDAY": joined(chosen), "BYSETPOS": pick.choice([1, 2, 3, 5, -1, -1, -2])}
    month_days = {"BYMONTHDAY": joined(some(list(range(1, 29)) + [-3, -2, -1], 1, 3))}
    late_days = {"BYMONTHDAY": joined(some([1, 15, 28, 29, 30, 31, -1], 1, 3))}
    by_month = {"monthly-plain": {}, "month-days": month_days, "late-days": late_days, "nth": nth,
                "set": chosen_set}
    if kind in by_month:
        return "MONTHLY", pick.choice([1, 1, 1, 2, 3, 6, 13]), by_month[kind]
    interval = pick.choice([1, 1, 1, 2, 4])
    if kind == "yearly-plain":
        return "YEARLY", interval, pick.choice([{}, months])
    if kind == "yearly-days":
        return "YEARLY", interval, {**months, **pick.choice([month_days, late_days])}
    if kind == "yearly-nth":
        # The fifth of a weekday in February can be decades away: enough of it in other rows.
        return "YEARLY", interval, {**months, "BYDAY": nth["BYDAY"].replace("5", "4")}
    return "YEARLY", interval, {"BYMONTH": pick.randint(1, 12), **chosen_set}


def draw_start():
    if pick.random() < 0.5:
        return date.fromisoformat(pick.choice(CHANGES))
    if pick.random() < 0.3:
        return date(pick.choice([2011, 2016, 2020]), pick.choice([1, 3, 8, 12]), pick.choice([29, 30, 31]))
    return date(2008, 1, 1) + timedelta(days=pick.randrange(14 * 365))


def text(freq, interval, by):
    parts = {"FREQ": freq, **({"INTERVAL": interval} if interval > 1 else {}), **by}
    return ";".join(f"{name}={value}" for name, value in parts.items())


def in_rfc_words(freq, interval, by, start):
    """Rules that together say what ours says, with the days beyond the 28th spelt out."""
    if freq not in ("MONTHLY", "YEARLY") or "BYDAY" in by:
        return [text(freq, interval, by)]
    month_days = [int(day) for day in by.get("BYMONTHDAY", str(start.day)).split(",")]
    months = by.get("BYMONTH", str(start.month)).split(",") if freq == "YEARLY" else [None]
    rules = []
    for day in month_days:
        for month in months:
            part = {} if month is None else {"BYMONTH": month}
            if day <= 28:
                part["BYMONTHDAY"] = day
            else:
                part["BYMONTHDAY"] = joined(range(28, day + 1))
                part["BYSETPOS"] = -1
            rules.append(text(freq, interval, part))
    return rules


def occurrences(rules, start, zone, count, until):
    found = set()
    for rule in rules:
        if until:
            last = datetime.combine(until, datetime.max.time(), zone).astimezone(timezone.utc)
            rule += f";UNTIL={last:%Y%m%dT%H%M%SZ}"
        for index, moment in enumerate(rrulestr(rule, dtstart=start)):
            if index == (count or LIMIT):
                break
            found.add(moment)
    return sorted(found, key=lambda moment: moment.replace(tzinfo=None))[: min(count or LIMIT, LIMIT)]


def minutes_ahead(moment):
    instant = tz.resolve_imaginary(moment).astimezone(timezone.utc).replace(tzinfo=None)
    return int((moment.replace(tzinfo=None) - instant).total_seconds() // 60)


def make_row():
    freq, interval, by = draw_pattern()
    start, time = draw_start(), pick.choice(TIMES)
    ending = pick.random()
    count = pick.choice([1, 2, 3, 5, 8, 30]) if ending < 0.25 else None
    until = start + timedelta(days=pick.choice([0, 6, 40, 200, 900])) if ending > 0.75 else None
    rules = in_rfc_words(freq, interval, by, start)
    days, offsets = None, []
    for name in ZONES:
        zone = tz.gettz(name)
        begin = datetime.combine(start, datetime.strptime(time, "%H:%M").time(), zone)
        moments = occurrences(rules, begin, zone, count, until)
        in_zone = [moment.date().isoformat() for moment in moments]
        assert days is None or days == in_zone, (rules, name)
        days = in_zone
        offsets.append([minutes_ahead(moment) for moment in moments if moment.year < 2024])
    ours = text(freq, interval, by)
    if count:
        ours += f";COUNT={count}"
    if until:
        ours += f";UNTIL={until:%Y%m%d}"
    return [ours, start.isoformat(), time, days, offsets]


rows = []
while len(rows) < RULES:
    row = make_row()
    if row[0] not in [known[0] for known in rows]:
        rows.append(row)

made_by = f"python-dateutil {version('python-dateutil')}, Python {sys.version.split()[0]}"
print(json.dumps({"madeBy": made_by, "zones": ZONES}))
for row in rows:
    print(json.dumps(row, separators=(",", ":")))
