using Copilot.Sandbox.Orm;

namespace Copilot.Sandbox.Schema;

/// <summary>All models of the practice company, by name.</summary>
internal sealed class ModelCatalog
{
    private static readonly HashSet<string> NeverDelegated = ["id", "display_name", "create_uid", "create_date", "write_uid", "write_date", "active"];
    private readonly Dictionary<string, Model> models = new(StringComparer.Ordinal);

    private ModelCatalog()
    {
    }

    public IEnumerable<Model> Models => models.Values;

    public Model this[string name] => models[name];

    /// <summary>The models that Odoo 19 has and a distributor uses.</summary>
    public static ModelCatalog Create()
    {
        var catalog = new ModelCatalog();
        SalesModels.Define(catalog);
        CrmModels.Define(catalog);
        PurchasingModels.Define(catalog);
        WarehouseModels.Define(catalog);
        InventoryModels.Define(catalog);
        ProductModels.Define(catalog);
        AccountingModels.Define(catalog);
        PartnerModels.Define(catalog);
        OrganisationModels.Define(catalog);
        ServiceModels.Define(catalog);
        MessagingModels.Define(catalog);
        SystemModels.Define(catalog);
        WorkingTimeModels.Define(catalog);
        catalog.Freeze();
        return catalog;
    }

    public Model? Find(string name) => models.GetValueOrDefault(name);

    public ModelBuilder Model(string name, string title, string order)
    {
        var model = new Model(name, title, order);
        models.Add(name, model);
        return new ModelBuilder(model).Integer("id", "ID", FieldFlags.ReadOnly)
            .Char("display_name", "Display Name", FieldFlags.ReadOnly | FieldFlags.NotStored)
            .Computed("display_name", record => record.Name);
    }

    private void Freeze()
    {
        foreach (var model in models.Values)
        {
            new ModelBuilder(model)
                .One("create_uid", "Created by", "res.users", FieldFlags.ReadOnly)
                .Datetime("create_date", "Created on", FieldFlags.ReadOnly)
                .One("write_uid", "Last Updated by", "res.users", FieldFlags.ReadOnly)
                .Datetime("write_date", "Last Updated on", FieldFlags.ReadOnly);
        }

        foreach (var model in models.Values)
        {
            Delegate(model);
            model.Freeze();
        }

        foreach (var field in models.Values.SelectMany(m => m.Fields).Where(f => f.Relation is not null))
        {
            _ = models[field.Relation!];
        }
    }

    private void Delegate(Model model)
    {
        if (model.Delegate is null)
        {
            return;
        }

        foreach (var lent in models[model[model.Delegate].Relation!].Fields.Where(f => model.Find(f.Name) is null && !NeverDelegated.Contains(f.Name)))
        {
            model.Add(new Field(lent.Name, lent.Label, lent.Kind, (lent.Flags & ~FieldFlags.Required) | FieldFlags.NotStored)
            {
                Relation = lent.Relation,
                Inverse = lent.Inverse,
                Selection = lent.Selection,
                Path = [model.Delegate, lent.Name],
            });
        }
    }
}
