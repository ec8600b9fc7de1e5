select stddev(id), variance(id), stddev_pop(id), stddev_samp(id), var_pop(id), var_samp(id) from awkward;
select stddev(v), variance(v), var_pop(v), stddev_pop(v) from (values (1.5::float8), (2.5), (4.0)) as t (v);
select stddev(v), variance(v), var_pop(v) from (values (1)) as t (v);
select corr(a, b), covar_pop(a, b), covar_samp(a, b), regr_slope(a, b), regr_intercept(a, b), regr_count(a, b), regr_r2(a, b), regr_avgx(a, b), regr_avgy(a, b), regr_sxx(a, b), regr_syy(a, b), regr_sxy(a, b) from (values (1::float8, 2::float8), (2, 4), (3, 7)) as t (a, b);
select bit_and(id), bit_or(id), bit_xor(id), bit_and(null::int) from (values (5), (3)) as t (id);
select sum(x), avg(x) from (values (1.50), (2.5), (null)) as t (x);
