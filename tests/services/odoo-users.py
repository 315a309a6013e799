# Run inside `odoo shell`: the accounts with few rights that the contract asks about. Password = login.
# Price lists are switched on, as in a company that has some: without it customers have none, and saving any setting archives them.
accounts = {
    'sales': ('Sally Ownbook', ['sales_team.group_sale_salesman']),  # own documents only
    'salesmanager': ('Sam Allbooks', ['sales_team.group_sale_manager']),
    'warehouse': ('Willa Stock', ['stock.group_stock_user']),
    'buyer': ('Bo Buyer', ['purchase.group_purchase_user']),
    'invoicing': ('Ines Ledger', ['account.group_account_invoice']),
    'employee': ('Emma Nogroup', []),
}
Users = env['res.users'].with_context(no_reset_password=True)
groups_field = 'group_ids' if 'group_ids' in Users._fields else 'groups_id'
for login, (name, groups) in accounts.items():
    ids = [env.ref(group).id for group in ['base.group_user'] + groups]
    Users.create({'name': name, 'login': login, 'password': login, 'email': f'{login}@example.com', groups_field: [(6, 0, ids)]})
env['res.config.settings'].create({'group_product_pricelist': True}).execute()
env.cr.commit()
print('accounts ready')
