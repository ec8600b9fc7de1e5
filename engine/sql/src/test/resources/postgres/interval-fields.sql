select interval '1' year, interval '2-3' year to month, interval '1 2:03' day to minute, interval '5' hour;
select interval '1 2:03:04.567' day to second(1), interval '3' minute, interval '10' second, interval '4' month;
select '1 year 2 mons 3 days 04:05:06'::interval year to month, '1 day 2 hours'::interval day;
select interval '10:20' minute to second, interval '1:02' hour to minute, interval '5' minute to second, interval '1.5' day, interval '1.5' year, '1.23456 sec'::interval(2), interval '3 4' day to hour;
select interval '1 year 5 mon 4 days 3:02:01.5' hour, interval '1 year 5 mon 4 days 3:02:01.5' minute, interval '1 year 5 mon' year, interval '1' day to minute;
select cast('1-2' as interval year to month), interval '1 day' day, interval '-1:30' hour to minute, interval '100' second(0);
select interval '1' hour to year;
select interval '1 2' day;
select interval '1 2' day to hour, interval '1' day to second;
