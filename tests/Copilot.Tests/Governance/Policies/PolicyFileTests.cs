using Copilot.Contracts;
using Copilot.Governance.Masking;
using Copilot.Governance.Policies;
using Copilot.Governance.Policies.Rulebook;
using Copilot.Testing.Governance;
using Xunit;

namespace Copilot.Tests.Governance.Policies;

/// <summary>The policies file: read whole, or refused with file, line and repair.</summary>
public sealed class PolicyFileTests
{
    private const string Good = """
        version: 1
        grants:
          sales-rep: [knowledge, sales]
        tools:
          - name: no-late-night
            say: deny
            when: { tools: [odoo.*], roles: [sales-rep] }
            reason: Not for sales.
        models:
          cloud: { may_read: [knowledge], hide: [email] }
          in-house: { may_read: [knowledge, sales], hide: [] }
        masking: { personal_numbers: [es-dni] }
        budgets: { reduced_at: 70, hold: { tokens: 10 }, caller: { tokens: 1000, money: 2.5 } }
        shared: [odoo.stock, odoo.kpi*]
        """;

    [Fact]
    public void The_products_own_file_grants_what_the_roles_always_had()
    {
        var grants = GovernanceBench.Policies.Grants;
        Assert.Equal(RoleNames.All.Order(), grants.Keys.Order());
        Assert.Equal([DataClass.Knowledge, DataClass.Sales, DataClass.Stock, DataClass.Service], grants[RoleNames.SalesRep].Order());
        Assert.Equal([DataClass.Knowledge, DataClass.Sales, DataClass.Stock, DataClass.Purchasing], grants[RoleNames.WarehouseSupervisor].Order());
        Assert.Equal([DataClass.Knowledge, DataClass.Sales, DataClass.Stock, DataClass.Service], grants[RoleNames.ServiceAgent].Order());
        Assert.Equal([DataClass.Knowledge, DataClass.Sales, DataClass.Stock, DataClass.Purchasing], grants[RoleNames.Purchaser].Order());
        Assert.Equal([DataClass.Knowledge, DataClass.Sales, DataClass.Stock, DataClass.Purchasing, DataClass.Receivables], grants[RoleNames.Accountant].Order());
        Assert.Equal(Enum.GetValues<DataClass>(), grants[RoleNames.OperationsManager].Order());
        Assert.Equal([DataClass.Knowledge], grants[RoleNames.Auditor]);
    }

    [Fact]
    public void All_that_the_file_says_is_read()
    {
        var read = PolicyFileReader.Read("p.yaml", Good);
        Assert.Equal([DataClass.Knowledge, DataClass.Sales], read.Grants[RoleNames.SalesRep].Order());
        Assert.Equal(("no-late-night", Decision.Deny, "Not for sales.", 5L), (read.Rules[0].Name, read.Rules[0].Says, read.Rules[0].Reason, read.Rules[0].Line));
        Assert.Equal([MaskClass.Email], read.For(GovernanceBench.Model()).Hidden);
        Assert.Empty(read.For(GovernanceBench.Model(inHouse: true)).Hidden);
        Assert.Equal(["es-dni"], read.PersonalNumbers);
        Assert.Equal(["odoo.stock", "odoo.kpi*"], read.Shared);
        Assert.Equal((70, 10L, new BudgetLimit(1000, 2.5m), false), (read.Budgets.ReducedAt, read.Budgets.Hold, read.Budgets.Caller, read.Budgets.Tenant.IsSet));
    }

    [Theory]
    [InlineData("version: 1", "version: 2", 1, "'version' is '2'; it must be a whole number from 1 to 1")]
    [InlineData("grants:", "grant:", 2, "'grant' is not a key here")]
    [InlineData("sales-rep: [knowledge, sales]", "seller: [knowledge]", 3, "'grants.seller' is not a key here; write one of sales-rep")]
    [InlineData("[knowledge, sales]\ntools", "[knowledge, prices]\ntools", 3, "'grants.sales-rep[2]' is 'prices'; it must be one of knowledge, sales")]
    [InlineData("[knowledge, sales]\ntools", "[knowledge, knowledge]\ntools", 3, "stands there twice")]
    [InlineData("[knowledge, sales]\ntools", "everything\ntools", 3, "must be a list")]
    [InlineData("say: deny", "say: forbid", 6, "must be one of deny, approve, allow")]
    [InlineData("roles: [sales-rep] }", "roles: [seller] }", 7, "is 'seller'")]
    [InlineData("roles: [sales-rep] }", "role: [sales-rep] }", 7, "'tools[1].when.role' is not a key here")]
    [InlineData("tools: [odoo.*]", "tools: [od*oo]", 7, "a star stands at the end only")]
    [InlineData("tools: [odoo.*]", "tools: []", 7, "leave the key out to mean all")]
    [InlineData("tools: [odoo.*]", "amount_above: much", 7, "must be a number from 0")]
    [InlineData("tools: [odoo.*]", "writes: maybe", 7, "must be true or false")]
    [InlineData("tools: [odoo.*]", "risk: [huge]", 7, "must be one of low, medium, high")]
    [InlineData("    reason: Not for sales.\n", "", 5, "needs a 'reason'")]
    [InlineData("name: no-late-night", "name: No late night", 5, "audit trail")]
    [InlineData("hide: [email] }", "hide: [e-mail] }", 10, "must be one of email, phone")]
    [InlineData("  cloud: { may_read: [knowledge], hide: [email] }\n", "", 9, "'models.cloud' is missing")]
    [InlineData("may_read: [knowledge], hide", "hide", 10, "'models.cloud.may_read' is missing")]
    [InlineData("[es-dni]", "[es-xxx]", 12, "must be one of at-svnr")]
    [InlineData("reduced_at: 70", "reduced_at: 170", 13, "must be a whole number from 1 to 100")]
    [InlineData("caller: { tokens: 1000, money: 2.5 }", "caller: { tokens: -1 }", 13, "must be a whole number from 0")]
    [InlineData("caller: { tokens: 1000, money: 2.5 }", "caller: {}", 13, "limits nothing")]
    [InlineData("shared: [odoo.stock", "shared: [od*oo", 14, "a star stands at the end only")]
    [InlineData("shared: [odoo.stock, odoo.kpi*]", "shared: all", 14, "must be a list")]
    [InlineData("caller: { tokens: 1000, money: 2.5 }", "person: { tokens: 1 }", 13, "'budgets.person' is not a key here")]
    [InlineData("grants:\n  sales-rep: [knowledge, sales]\n", "", 1, "'grants' is missing")]
    [InlineData("  sales-rep: [knowledge, sales]\n", "  sales-rep: [knowledge]\n  sales-rep: [sales]\n", 4, "not valid YAML")]
    [InlineData("version: 1", "version: [1", 1, "not valid YAML")]
    public void Whatever_is_wrong_is_said_with_its_line_and_stops_the_start(string from, string to, int line, string says)
    {
        var text = Good.Replace("\r", string.Empty, StringComparison.Ordinal);
        Assert.Contains(from, text, StringComparison.Ordinal);
        var trouble = Assert.Throws<CopilotException>(() => PolicyFileReader.Read("/etc/p.yaml", text.Replace(from, to, StringComparison.Ordinal)));
        Assert.Contains(says, trouble.Message, StringComparison.Ordinal);
        Assert.Contains($"/etc/p.yaml line {line}: ", trouble.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("- a\n- b")]
    [InlineData("just words")]
    [InlineData("--- {}\n--- {}")]
    [InlineData("a: &x [*x]")]
    [InlineData("\0\u0001")]
    public void What_is_no_policies_file_at_all_is_refused(string text) => Assert.Throws<CopilotException>(() => PolicyFileReader.Read("p.yaml", text));

    [Fact]
    public void A_missing_file_is_named_with_the_setting_that_names_it()
        => Assert.Contains("Copilot__Governance__Policies", Assert.Throws<CopilotException>(() => PolicyFileReader.Load("/nowhere/policies.yaml")).Message, StringComparison.Ordinal);

    [Fact]
    public void All_faults_are_said_at_once()
    {
        var trouble = Assert.Throws<CopilotException>(() => PolicyFileReader.Read("p.yaml", "version: 9\ncolour: blue\ngrants: 7"));
        Assert.True(trouble.Message.Split('\n').Length >= 5, trouble.Message);
    }

    [Theory]
    [InlineData("deny", "{ tools: [odoo.stock] }", "allow", "{ tools: [odoo.stock] }", true)]
    [InlineData("deny", "{}", "allow", "{ tools: [odoo.stock] }", true)]
    [InlineData("deny", "{ tools: [odoo.*] }", "approve", "{ tools: [odoo.stock], roles: [auditor] }", true)]
    [InlineData("approve", "{ roles: [auditor, purchaser] }", "allow", "{ roles: [auditor] }", true)]
    [InlineData("deny", "{ amount_above: 100 }", "allow", "{ amount_above: 200 }", true)]
    [InlineData("deny", "{ signals: any }", "allow", "{ signals: [claimed_rank] }", true)]
    [InlineData("deny", "{ roles: [auditor] }", "allow", "{ tools: [odoo.stock] }", false)]
    [InlineData("deny", "{ amount_above: 200 }", "allow", "{ amount_above: 100 }", false)]
    [InlineData("deny", "{ tools: [odoo.stock] }", "allow", "{ tools: [odoo.*] }", false)]
    [InlineData("deny", "{ companies: [A] }", "approve", "{ companies: [B] }", false)]
    [InlineData("deny", "{ writes: true }", "deny", "{ tools: [odoo.stock], writes: true }", false)]
    public void A_rule_that_another_one_makes_idle_is_a_contradiction(string strong, string strongWhen, string weak, string weakWhen, bool contradicts)
    {
        var text = $"""
            version: 1
            grants: {"{}"}
            tools:
              - {"{"} name: weak, say: {weak}, when: {weakWhen}, reason: r {"}"}
              - {"{"} name: strong, say: {strong}, when: {strongWhen}, reason: r {"}"}
            models:
              cloud: {"{"} may_read: [], hide: [] {"}"}
              in-house: {"{"} may_read: [], hide: [] {"}"}
            """;
        if (contradicts)
        {
            var trouble = Assert.Throws<CopilotException>(() => PolicyFileReader.Read("p.yaml", text));
            Assert.Contains("line 4: the rule 'weak' never has an effect: 'strong' on line 5", trouble.Message, StringComparison.Ordinal);
        }
        else
        {
            Assert.Equal(2, PolicyFileReader.Read("p.yaml", text).Rules.Count);
        }
    }

    [Fact]
    public void Two_rules_of_one_name_are_refused()
        => Assert.Contains("Rename one", Assert.Throws<CopilotException>(() => PolicyFileReader.Read("p.yaml", Good.Replace("models:", "  - { name: no-late-night, say: deny, when: { roles: [auditor] }, reason: r }\nmodels:", StringComparison.Ordinal))).Message, StringComparison.Ordinal);

    [Fact]
    public void A_rule_about_a_tool_that_is_not_there_stops_the_start()
    {
        var policies = PolicyFileReader.Read("p.yaml", Good.Replace("odoo.*", "odoo.orders, nowhere.*", StringComparison.Ordinal));
        var trouble = Assert.Throws<CopilotException>(() => new PolicyCheck(policies, []).Run());
        Assert.Contains("line 5: the rule 'no-late-night' speaks of a tool 'nowhere.*'", trouble.Message, StringComparison.Ordinal);
        Assert.Contains("'odoo.orders'", trouble.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, new[] { DataClass.Knowledge }, true)]
    [InlineData(false, new[] { DataClass.Sales }, false)]
    [InlineData(false, new[] { DataClass.Knowledge, DataClass.Sales }, false)]
    [InlineData(false, new DataClass[0], false)]
    [InlineData(true, new[] { DataClass.Knowledge, DataClass.Sales }, true)]
    [InlineData(true, new[] { DataClass.Receivables }, false)]
    public void A_model_reads_what_the_file_lets_it(bool inHouse, DataClass[] data, bool may)
        => Assert.Equal(may, new ModelPolicy(PolicyFileReader.Read("p.yaml", Good)).MayRead(GovernanceBench.Model(inHouse), data));
}
