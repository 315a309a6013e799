from odoo import http, release
from odoo.exceptions import AccessError, MissingError, UserError
from odoo.http import request

# Odoo 19 has another word for the same kind of route.
JSON = 'jsonrpc' if release.version_info[0] >= 19 else 'json'


class DistributionCopilot(http.Controller):

    @http.route('/distribution_copilot/record', type=JSON, auth='user')
    def record(self, id, model=None, action=None):
        """Says what the copilot can be asked about here: nothing, or the record with what it is about."""
        try:
            return request.env['distribution.copilot']._describe(model, action, id)
        except (AccessError, MissingError):
            return False

    @http.route('/distribution_copilot/token', type=JSON, auth='user')
    def token(self, id, model=None, action=None):
        """Signs the user in at the copilot, in front of a record that the user may read."""
        copilot = request.env['distribution.copilot']
        try:
            record = copilot._describe(model, action, id)
            return {'token': copilot._token(record), 'record': record} if record else {'error': 'The copilot is not set up for this record.'}
        except (AccessError, MissingError, UserError) as trouble:
            return {'error': str(trouble.args[0] if trouble.args else trouble)}
