-- One row per region: ok if an analyzer of external access is active there. A region that the connection does not read
-- is an error: nothing is known of it.
with active_analyzer as (
  select
    sp_connection_name,
    account_id,
    region,
    string_agg(name, ', ' order by name) as names
  from
    aws_accessanalyzer_analyzer
  where
    status = 'ACTIVE'
    and type in ('ACCOUNT', 'ORGANIZATION')
  group by
    sp_connection_name,
    account_id,
    region
)
select
  'arn:' || r.partition || '::' || r.name || ':' || r.account_id as resource,
  case
    when r.opt_in_status = 'not-opted-in' then 'skip'
    when a.names is not null then 'ok'
    when not r.steampipe_available then 'error'
    else 'alarm'
  end as status,
  case
    when r.opt_in_status = 'not-opted-in' then r.name || ' is not enabled for account ' || r.account_id || '.'
    when a.names is not null then 'Access Analyzer is active in ' || r.name || ': ' || a.names || '.'
    when not r.steampipe_available then r.name || ' is not read: add it to the regions of connection ' || r.sp_connection_name || '.'
    else 'No analyzer of external access is active in ' || r.name || '.'
  end as reason,
  r.account_id,
  r.name as region
from
  aws_region as r
  left join active_analyzer as a
    on a.region = r.name
    and a.account_id = r.account_id
    and a.sp_connection_name = r.sp_connection_name
order by
  r.account_id,
  r.name;
