select to_char(1234.5, '9999.99'), to_char(1234.5, '9,999.00'), to_char(-5, '999'), to_char(5, '000'), to_char(0.5, '0.99'), to_char(12345, '99,999'), to_char(1, 'FM999'), to_char(1234567.891, 'FM9,999,999.00'), to_char(0, 'FM9'), to_char(12, 'FM0000');
select to_char(-1234, '9999S'), to_char(1234, 'S9999'), to_char(5, 'S999'), to_char(-5, '999MI'), to_char(5, '999MI'), to_char(-5, '999PR'), to_char(5, '999PR'), to_char(1, 'RN'), to_char(1999, 'FMRN'), to_char(12345, '999'), to_char(1.5, 'FM999.99'), to_char(0.1, '99.9'), to_char(12, '99V99'), to_char(148.5::float8, '999.99');
select to_char(n, '999,999'), to_char(x, 'FM999.00') from awkward where abs(n) < 1000 and abs(x) < 100 and x <> 0 order by id, n, x;
select to_number('1,234.50', '9,999.99'), to_number('-12', '99'), to_number('12.5', '99.9');
select to_char(null::int, '999');
