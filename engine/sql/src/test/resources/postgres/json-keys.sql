select '{"zz": 1, "é": 2, "𝄞": 3, "～": 4, "a": 5, "": 6, "ключ": 7, "aaaa": 8, "ab": 9, "～a": 10, "𝄞a": 11}'::jsonb;
select '{"zz": 1, "é": 2, "𝄞": 3, "～": 4, "a": 5, "": 6, "ключ": 7, "aaaa": 8, "ab": 9, "～a": 10}'::jsonb -> key from (values ('zz'), ('é'), ('𝄞'), ('～'), (''), ('ключ'), ('ab'), ('～a'), ('b'), ('𝄞a')) as keys(key);
select '{"b": 1, "é": 2, "𝄞": 3}'::jsonb -> key from (values ('b'), ('é'), ('𝄞'), ('～'), ('')) as keys(key);
select '{"b": 1, "é": 2}'::jsonb ? 'é', '{"b": 1, "é": 2}'::jsonb ? 'è', '{"b": 1, "é": 2}'::jsonb = '{"é": 2, "b": 1.0}'::jsonb;
select v from (values ('"𝄞"'::jsonb), ('"～"'), ('"é"'), ('"z"'), ('""'), ('"zé"'), ('"z𝄞"'), ('"z～"'), ('{"𝄞": 1}'), ('{"～": 1}'), ('{"z": 1}')) as t(v) order by v;
select key, value from jsonb_each('{"zz": 1, "é": 2, "𝄞": null, "～": "x", "": []}');
select '{"a": 1, "b": 2, "a": 3}'::jsonb, '{"a": 1, "b": 2}'::jsonb || '{"b": 3, "": 4}', '{"b": 1, "aa": 2, "c": 3}'::jsonb - 'aa';
