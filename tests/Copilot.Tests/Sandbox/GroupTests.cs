using Xunit;

namespace Copilot.Tests.Sandbox;

/// <summary><c>read_group</c> and <c>formatted_read_group</c> in the shapes recorded from Odoo 19.</summary>
public sealed class GroupTests(ReadOnlyWire shared) : IClassFixture<ReadOnlyWire>
{
    [Theory]
    [InlineData("""[[["state", "=", "sale"]], ["amount_total:sum"], ["partner_id"]], {"limit": 2}""",
        """[{"partner_id":[4,"Nordlicht Logistik GmbH"],"partner_id_count":2,"amount_total":1100.0,"__domain":["&",["partner_id","=",4],["state","=","sale"]]},{"partner_id":[5,"Van Houten BV"],"partner_id_count":1,"amount_total":500.0,"__domain":["&",["partner_id","=",5],["state","=","sale"]]}]""")]
    [InlineData("""[[["id", "<", 3]], ["amount_total:sum", "id:count"], ["date_order:month"]]""",
        """[{"date_order:month":"October 2026","date_order_count":2,"amount_total":1500.0,"id":2,"__domain":["&","&",["date_order",">=","2026-10-01 00:00:00"],["date_order","<","2026-11-01 00:00:00"],["id","<",3]],"__range":{"date_order:month":{"from":"2026-10-01 00:00:00","to":"2026-11-01 00:00:00"}}}]""")]
    [InlineData("""[[["id", "=", 2]], [], ["date_order:month"]], {"context": {"tz": "Europe/Paris", "lang": "fr_FR"}}""",
        """[{"date_order:month":"novembre 2026","date_order_count":1,"__domain":["&","&",["date_order",">=","2026-10-31 23:00:00"],["date_order","<","2026-11-30 23:00:00"],["id","=",2]],"__range":{"date_order:month":{"from":"2026-10-31 23:00:00","to":"2026-11-30 23:00:00"}}}]""")]
    [InlineData("""[[], ["amount_total:sum"], ["state", "user_id"]], {"lazy": false, "limit": 2}""",
        """[{"state":"draft","user_id":false,"__count":1,"amount_total":250.0,"__domain":["&",["state","=","draft"],["user_id","=",false]]},{"state":"sale","user_id":[4,"Marc Lefèvre"],"__count":1,"amount_total":500.0,"__domain":["&",["state","=","sale"],["user_id","=",4]]}]""")]
    [InlineData("""[[], ["amount_total:sum"], ["state", "user_id"]], {"limit": 1}""",
        """[{"state":"draft","state_count":1,"amount_total":250.0,"__domain":[["state","=","draft"]],"__context":{"group_by":["user_id"]}}]""")]
    [InlineData("""[[], ["amount_total:sum", "biggest:max(amount_total)"], []]""",
        """[{"__count":4,"amount_total":1850.0,"biggest":1000.0,"__domain":[[1,"=",1]]}]""")]
    [InlineData("""[[], [], ["company_id"]]""",
        """[{"company_id":[1,"North"],"company_id_count":3,"__domain":[["company_id","=",1]]},{"company_id":[2,"South"],"company_id_count":1,"__domain":[["company_id","=",2]]}]""")]
    [InlineData("""[[], ["amount_total:sum"], ["user_id"]], {"limit": 1, "orderby": "user_id desc"}""",
        """[{"user_id":false,"user_id_count":1,"amount_total":250.0,"__domain":[["user_id","=",false]]}]""")]
    public async Task Read_group_answers_as_recorded(string arguments, string answer)
        => Assert.Equal(answer, Plain(await shared.Wire.AskAsync(TinyCompany.Admin, "sale.order", "read_group", arguments)));

    [Theory]
    [InlineData("""[[["state", "=", "sale"]]], {"groupby": ["partner_id"], "aggregates": ["amount_total:sum", "__count"], "limit": 1}""",
        """[{"partner_id":[4,"Nordlicht Logistik GmbH"],"__extra_domain":[["partner_id","=",4]],"amount_total:sum":1100.0,"__count":2}]""")]
    [InlineData("""[[]], {"groupby": ["date_order:month"], "aggregates": ["__count"], "limit": 1}""",
        """[{"date_order:month":["2026-10-01 00:00:00","October 2026"],"__extra_domain":["&",["date_order",">=","2026-10-01 00:00:00"],["date_order","<","2026-11-01 00:00:00"]],"__count":2}]""")]
    [InlineData("""[[]], {"groupby": ["state"], "aggregates": ["amount_total:avg", "amount_total:min", "partner_id:count_distinct", "id:count"], "order": "amount_total:avg desc"}""",
        """[{"state":"sale","__extra_domain":[["state","=","sale"]],"amount_total:avg":533.3333333333334,"amount_total:min":100.0,"partner_id:count_distinct":2,"id:count":3},{"state":"draft","__extra_domain":[["state","=","draft"]],"amount_total:avg":250.0,"amount_total:min":250.0,"partner_id:count_distinct":1,"id:count":1}]""")]
    [InlineData("""[[]], {"groupby": ["tag_ids"], "aggregates": ["__count"], "order": "__count desc, tag_ids"}""",
        """[{"tag_ids":[2,"Export"],"__extra_domain":[["tag_ids","=",2]],"__count":2},{"tag_ids":false,"__extra_domain":[["tag_ids","=",false]],"__count":2},{"tag_ids":[1,"Credit hold"],"__extra_domain":[["tag_ids","=",1]],"__count":1}]""")]
    [InlineData("""[[]], {"groupby": ["date_order:quarter", "state"], "aggregates": ["__count"], "limit": 1}""",
        """[{"date_order:quarter":["2026-10-01 00:00:00","Q4 2026"],"state":"draft","__extra_domain":["&","&",["date_order",">=","2026-10-01 00:00:00"],["date_order","<","2027-01-01 00:00:00"],["state","=","draft"]],"__count":1}]""")]
    [InlineData("""[[["id", "=", 4]]], {"groupby": ["date_order:week"], "aggregates": ["__count"]}""",
        """[{"date_order:week":["2026-11-16 00:00:00","W47 2026"],"__extra_domain":["&",["date_order",">=","2026-11-16 00:00:00"],["date_order","<","2026-11-23 00:00:00"]],"__count":1}]""")]
    [InlineData("""[[["id", "=", 4]]], {"groupby": ["date_order:day"], "aggregates": ["__count"]}""",
        """[{"date_order:day":["2026-11-20 00:00:00","20 Nov 2026"],"__extra_domain":["&",["date_order",">=","2026-11-20 00:00:00"],["date_order","<","2026-11-21 00:00:00"]],"__count":1}]""")]
    public async Task Formatted_read_group_answers_as_recorded(string arguments, string answer)
        => Assert.Equal(answer, Plain(await shared.Wire.AskAsync(TinyCompany.Admin, "sale.order", "formatted_read_group", arguments)));

    [Theory]
    [InlineData("""[[], ["nosuch:sum"], []]""", "Invalid field 'nosuch'")]
    [InlineData("""[[], ["amount_total:median"], []]""", "Invalid aggregate method 'median'")]
    [InlineData("""[[], [], ["delivery_count"]]""", "Cannot convert sale.order.delivery_count to SQL because it is not stored")]
    [InlineData("""[[], [], ["date_order:fortnight"]]""", "fortnight")]
    public async Task A_wrong_grouping_is_refused(string arguments, string part)
        => Assert.Contains(part, await shared.Wire.FaultAsync(TinyCompany.Admin, "sale.order", "read_group", arguments), StringComparison.Ordinal);

    private static string Plain(string json) => System.Text.RegularExpressions.Regex.Replace(json, @"\\u([0-9A-Fa-f]{4})", m => ((char)Convert.ToInt32(m.Groups[1].Value, 16)).ToString());
}
