select to_char(now());
select to_char(true, 'x');
