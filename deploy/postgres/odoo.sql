-- Odoo's own role: it makes its databases itself and can't see the service's.
create role odoo with login createdb password 'odoo';
revoke connect on database copilot from public;
