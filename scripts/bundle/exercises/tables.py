"""Run while the bundle is built: whatever this loads is shipped for tables."""

import json

import desk

for text in ("GPA;Курс\n2;1\n", "\"Пропуски\"\n36\n", "Стипендия түрі,Бағалар,Сессия соңы\nмемлекеттік,A,20.06.2026\n"):
    opened = json.loads(desk.answer_json(json.dumps({"step": "open", "text": text}))[0])
    name = opened["calculator"]
    places = json.loads(desk.answer_json(json.dumps({"step": "columns", "calculator": name}))[0])["matched"]
    judged = {"step": "judge", "calculator": name, "institution": "aues", "places": places, "first": 0, "count": 5}
    assert json.loads(desk.answer_json(json.dumps(judged))[0])["answers"]
assert desk.answer_json(json.dumps({"step": "write", "rows": [["=1"], ["ә"]]}))[1]
assert "error" in desk.answer_json(json.dumps({"step": "open"}), "Имя;GPA\nА;1\n".encode("cp1251") + b"\0")[0]
desk.answer_json(json.dumps({"step": "open"}), "Имя;GPA\nА;1\n".encode("utf-16"))
desk.answer_json(json.dumps({"step": "open"}), "Имя;GPA\nА;1\n".encode("cp1251"))
