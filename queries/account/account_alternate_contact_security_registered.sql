-- One row per account: ok if a security contact is registered. GovCloud accounts keep theirs in the standard account.
select
  a.arn as resource,
  case
    when a.partition = 'aws-us-gov' then 'info'
    when c.name is null then 'alarm'
    else 'ok'
  end as status,
  case
    when a.partition = 'aws-us-gov' then 'Check by hand in the standard account that belongs to account ' || a.account_id || '.'
    when c.name is null then 'Account ' || a.account_id || ' has no security contact.'
    else 'The security contact of account ' || a.account_id || ' is ' || c.name || '.'
  end as reason,
  a.account_id
from
  aws_account as a
  left join aws_account_alternate_contact as c
    on c.account_id = a.account_id
    and c.sp_connection_name = a.sp_connection_name
    and c.contact_type = 'SECURITY'
order by
  a.account_id;
