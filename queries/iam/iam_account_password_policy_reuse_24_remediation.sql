-- For each account whose password policy falls short: one command that mends length and history and keeps the rest.
select
  a.arn as resource,
  'Set the password policy: at least 14 characters, 24 passwords remembered, everything else as it is.' as step,
  jsonb_build_array(
    'aws', 'iam', 'update-account-password-policy',
    '--minimum-password-length', greatest(p.minimum_password_length, 14)::text,
    '--password-reuse-prevention', '24'
  )
    || case when p.require_symbols then '["--require-symbols"]' else '[]' end::jsonb
    || case when p.require_numbers then '["--require-numbers"]' else '[]' end::jsonb
    || case when p.require_uppercase_characters then '["--require-uppercase-characters"]' else '[]' end::jsonb
    || case when p.require_lowercase_characters then '["--require-lowercase-characters"]' else '[]' end::jsonb
    || case when p.allow_users_to_change_password then '["--allow-users-to-change-password"]' else '[]' end::jsonb
    || case when p.hard_expiry then '["--hard-expiry"]' else '[]' end::jsonb
    || case when p.max_password_age > 0 then jsonb_build_array('--max-password-age', p.max_password_age::text) else '[]' end
    as command,
  a.account_id
from
  aws_account as a
  left join aws_iam_account_password_policy as p
    on p.account_id = a.account_id
    and p.sp_connection_name = a.sp_connection_name
where
  p.password_reuse_prevention is null
  or p.password_reuse_prevention < 24
order by
  a.account_id;
