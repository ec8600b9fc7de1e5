-- One row per account: no call of AWS tells whether security questions are registered.
select
  arn as resource,
  'info' as status,
  'Check by hand that security challenge questions are set for account ' || account_id || ': Account page of the console, signed in as the root user.' as reason,
  account_id
from
  aws_account
order by
  account_id;
