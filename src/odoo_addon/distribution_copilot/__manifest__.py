{
    'name': 'Distribution Copilot',
    'version': '1.1.0',
    'category': 'Productivity',
    'summary': 'The copilot beside tickets, orders, purchases, transfers, contacts and leads',
    'author': 'Distribution Copilot',
    'license': 'LGPL-3',
    'depends': ['base_setup', 'mail', 'web'],
    'data': [
        'views/res_config_settings_views.xml',
        'views/setup.xml',
    ],
    # Odoo 15 and later; 14 does not know the key and gets the same files from views/setup.xml.
    'assets': {
        'web.assets_backend': [
            'distribution_copilot/static/lib/sidebar.css',
            'distribution_copilot/static/lib/sidebar.js',
        ],
    },
    'installable': True,
    'application': True,
}
