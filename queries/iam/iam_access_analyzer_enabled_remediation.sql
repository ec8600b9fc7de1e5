-- For each enabled region without an active analyzer of external access: the command that makes one.
with active_analyzer as (
  select distinct
    sp_connection_name,
    account_id,
    region
  from
    aws_accessanalyzer_analyzer
  where
    status = 'ACTIVE'
    and type in ('ACCOUNT', 'ORGANIZATION')
)
select
  'arn:' || r.partition || '::' || r.name || ':' || r.account_id as resource,
  'Make an analyzer of external access in ' || r.name || '.' as step,
  jsonb_build_array(
    'aws', 'accessanalyzer', 'create-analyzer', '--region', r.name, '--analyzer-name', 'external-access', '--type', 'ACCOUNT'
  ) as command,
  r.account_id
from
  aws_region as r
  left join active_analyzer as a
    on a.region = r.name
    and a.account_id = r.account_id
    and a.sp_connection_name = r.sp_connection_name
where
  r.opt_in_status <> 'not-opted-in'
  and r.steampipe_available
  and a.region is null
order by
  r.account_id,
  r.name;
