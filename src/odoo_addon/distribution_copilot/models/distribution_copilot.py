import datetime
import inspect
import secrets
from urllib.parse import urlsplit

from odoo import _, api, fields, models
from odoo.exceptions import AccessError, UserError

from .. import signing

KEY_NAME = 'Distribution Copilot sidebar'
KEY_HOURS = 12
DEFAULT_MODELS = 'helpdesk.ticket,sale.order,purchase.order,stock.picking,res.partner,crm.lead'
# What a record is about, where that is another one: the first that is set and may be read.
ABOUT = {'crm.lead': ['partner_id'], 'stock.picking': ['sale_id', 'purchase_id']}


class DistributionCopilot(models.AbstractModel):
    # Nothing here is for remote calls: every name begins with an underscore, so that nobody reads the key or signs a token of their own.
    _name = 'distribution.copilot'
    _description = 'Distribution Copilot'

    @api.model
    def _setting(self, name, default=''):
        return (self.env['ir.config_parameter'].sudo().get_param('distribution_copilot.' + name) or default).strip()

    @api.model
    def _address(self):
        """The service's origin, or nothing when it is not set up."""
        parts = urlsplit(self._setting('url'))
        return '%s://%s' % (parts.scheme, parts.netloc) if parts.scheme in ('http', 'https') and parts.netloc else ''

    @api.model
    def _describe(self, model, action, id):
        """The record in view when the copilot helps with its kind and the user may read it; else False."""
        model = model or self._model_of(action)
        known = [name.strip() for name in self._setting('models', DEFAULT_MODELS).split(',')]
        if not self._address() or model not in known or model not in self.env or not isinstance(id, int) or not self.env.user.has_group('base.group_user'):
            return False
        record = self._readable(self.env[model].browse(id))
        if not record:
            return False
        about = self._about(record)
        return {
            'address': self._address(),
            'model': model,
            'id': id,
            'about': {'model': about._name, 'id': about.id},
            'name': about.display_name,
        }

    @api.model
    def _token(self, record):
        """A token for the user who is signed in, good once and for a minute."""
        key = self._setting('key')
        if len(key.partition(':')[2]) < 32:
            raise UserError(_('The copilot has no key. An administrator makes one in Settings, Distribution Copilot.'))
        user = self.env.user
        groups = user.all_group_ids if 'all_group_ids' in user._fields else user.groups_id
        claims = {
            'aud': self._setting('audience', 'distribution-copilot'),
            'sub': str(user.id),
            'db': self.env.cr.dbname,
            'login': user.login,
            'name': user.name,
            'tz': user.tz or '',
            'lang': user.lang or '',
            'companies': [{'id': company.id, 'name': company.name} for company in user.sudo().company_ids],
            'groups': sorted(name for name in groups.sudo().get_external_id().values() if name),
            'record': {'model': record['model'], 'id': record['id']},
            'about': record['about'],
            'about_name': record['name'][:200],
        }
        api_key = None
        if self._setting('hand_over', '1') == '1':
            api_key, lapses = self._make_key()
            claims['key_exp'] = int(lapses.replace(tzinfo=datetime.timezone.utc).timestamp())
        return signing.sign(claims, key, api_key)

    @api.model
    def _make_key(self):
        """An API key of the user's own that lasts for half a day; older ones go."""
        keys = self.env['res.users.apikeys'].sudo()
        now = fields.Datetime.now()
        keys.search([('user_id', '=', self.env.uid), ('name', '=', KEY_NAME), ('create_date', '<', now - datetime.timedelta(hours=KEY_HOURS))]).unlink()
        lapses = now + datetime.timedelta(hours=KEY_HOURS)
        # Odoo 18 and later end keys by themselves.
        more = {'expiration_date': lapses} if 'expiration_date' in inspect.signature(keys._generate).parameters else {}
        return keys._generate('rpc', KEY_NAME, **more), lapses

    @api.model
    def _readable(self, record):
        if not record.exists():
            return record.browse()
        if hasattr(record, 'check_access'):
            record.check_access('read')
        else:
            record.check_access_rights('read')
            record.check_access_rule('read')
        return record

    @api.model
    def _about(self, record):
        for name in ABOUT.get(record._name, []):
            try:
                other = record[name] if name in record._fields else None
                if other and self._readable(other):
                    return other
            except AccessError:
                continue
        return record

    @api.model
    def _model_of(self, action):
        """The model behind an action as the address names it: a path, ``action-12``, an external id, or the model itself."""
        if not isinstance(action, str) or not action or len(action) > 200:
            return None
        if action.startswith('m-'):
            return action[2:]
        actions = self.env['ir.actions.act_window'].sudo()
        if action.startswith('action-') and action[7:].isdigit():
            return actions.browse(int(action[7:])).exists().res_model
        found = actions.search([('path', '=', action)], limit=1) if 'path' in actions._fields else actions.browse()
        if not found and '.' in action:
            named = self.env.ref(action.replace('action-', '', 1), raise_if_not_found=False)
            found = named.sudo() if named is not None and named._name == 'ir.actions.act_window' else found
        return found.res_model or action

    @api.model
    def _prepare(self):
        """Makes a first key, and on Odoo 14 adds the files to the page: run when the module is installed or updated."""
        parameters = self.env['ir.config_parameter'].sudo()
        if not self._setting('key'):
            parameters.set_param('distribution_copilot.key', self._new_key())
        page = self.env.ref('web.assets_backend', raise_if_not_found=False)
        if page is None or page._name != 'ir.ui.view' or self.env.ref('distribution_copilot.assets_backend', raise_if_not_found=False):
            return
        view = self.env['ir.ui.view'].create({
            'name': 'distribution_copilot.assets_backend',
            'type': 'qweb',
            'inherit_id': page.id,
            'arch': '<data><xpath expr="." position="inside">'
                    '<link rel="stylesheet" type="text/css" href="/distribution_copilot/static/lib/sidebar.css"/>'
                    '<script type="text/javascript" src="/distribution_copilot/static/lib/sidebar.js"/>'
                    '</xpath></data>',
        })
        self.env['ir.model.data'].create({'module': 'distribution_copilot', 'name': 'assets_backend', 'model': 'ir.ui.view', 'res_id': view.id, 'noupdate': True})

    @api.model
    def _new_key(self):
        return 'odoo-%s:%s' % (fields.Date.today().strftime('%Y%m%d') + secrets.token_hex(2), secrets.token_urlsafe(32))
