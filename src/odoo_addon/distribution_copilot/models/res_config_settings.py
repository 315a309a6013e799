from odoo import _, fields, models
from odoo.exceptions import AccessError

from .distribution_copilot import DEFAULT_MODELS


class ResConfigSettings(models.TransientModel):
    _inherit = 'res.config.settings'

    copilot_url = fields.Char('Address of the copilot', config_parameter='distribution_copilot.url')
    copilot_key = fields.Char('Key', config_parameter='distribution_copilot.key')
    copilot_audience = fields.Char('Audience', config_parameter='distribution_copilot.audience', default='distribution-copilot')
    copilot_models = fields.Char('Kinds of records', config_parameter='distribution_copilot.models', default=DEFAULT_MODELS)

    def action_copilot_new_key(self):
        """Signs with a new key from now on. The service takes both while both stand in its configuration."""
        if not self.env.is_admin():
            raise AccessError(_('Only an administrator makes keys.'))
        self.env['ir.config_parameter'].sudo().set_param('distribution_copilot.key', self.env['distribution.copilot']._new_key())
        return {'type': 'ir.actions.client', 'tag': 'reload'}
