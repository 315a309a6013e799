using Copilot.Contracts;

namespace Copilot.Documents.Extraction.Pages;

/// <summary>Chooses among the sums found those that make sense together: net and tax make the total, and the lines make the net.</summary>
/// <param name="found">What the labels of the document say.</param>
internal sealed class TotalChoice(List<FoundTotal> found)
{
    private const decimal Cent = 0.011m;
    private const double Agreed = 0.98;
    private const double Alone = 0.88;
    private const double Weak = TotalRoles.Weak;

    /// <summary>Sets them in a document.</summary>
    public void Make(DocumentDraft draft)
    {
        var lines = draft.Lines.Count > 0 && draft.Lines.TrueForAll(l => l.Amount is not null) ? draft.Lines.Sum(l => l.Amount!.Value) : (decimal?)null;
        var taxes = Of("taxAmount");
        var single = taxes.Select(t => (t.Value, t.Weight, t.Field)).ToList();

        // Each rate has its own row; together they are the tax.
        var distinct = taxes.Where(t => t.IsByRate).Select(t => t.Value).ToList();
        if (distinct.Count > 1)
        {
            single.Add((distinct.Sum(), 0.8, taxes[0].Field with { Value = distinct.Sum() }));
        }

        if (draft.Taxes.Count > 0)
        {
            var sum = draft.Taxes.Sum(t => t.Amount ?? 0);
            single.Add((sum, 0.85, new ExtractedField(sum, Alone)));
        }

        (double Score, ExtractedField Net, ExtractedField? Tax, ExtractedField Total)? best = null;
        var nets = Of("netAmount").Select(n => (n.Value, n.Weight, n.Field)).ToList();
        if (draft.Taxes.Count > 1 && draft.Taxes.TrueForAll(t => t.Base is not null))
        {
            var bases = draft.Taxes.Sum(t => t.Base!.Value);
            nets.Add((bases, 0.85, new ExtractedField(bases, Alone)));
        }

        if (!nets.Exists(n => n.Weight > Weak))
        {
            nets.AddRange(single.SelectMany(t => Of("totalAmount").Where(o => o.Weight > 0.9).Select(o => (Value: o.Value - t.Value, Weight: lines == o.Value - t.Value ? 0.7 : 0.2, Field: new ExtractedField(o.Value - t.Value, DocumentDraft.Reckoned)))));
        }

        // Freight and discount that stand between the sum of the lines and the total are part of what is taxed, or of what is paid.
        var extras = Of("chargeTotal").Select(c => c.Value).Concat(Of("allowanceTotal").Select(a => -Math.Abs(a.Value))).Where(x => x != 0).Distinct().ToList();
        nets.AddRange(nets.SelectMany(n => extras.Append(extras.Sum()).Where(x => x != 0).Distinct().Select(x => (Value: n.Value + x, Weight: n.Weight - 0.15, Field: new ExtractedField(n.Value + x, DocumentDraft.Reckoned)))).ToList());

        // Where sums are paid in cash they are rounded, and the document says by how much.
        var roundings = Of("roundingAmount").Select(r => r.Value).Where(r => Math.Abs(r) < 1).Prepend(0).ToList();
        foreach (var total in Of("totalAmount"))
        {
            foreach (var net in nets)
            {
                foreach (var tax in single.Append((Value: 0m, Weight: taxes.Count == 0 ? 0.4 : 0.05, Field: null!)))
                {
                    // The total is not the net amount as well where the document calls another amount so.
                    if (tax.Value == 0 && net.Weight <= Weak && nets.Exists(n => n.Weight >= 1 && n.Value != net.Value && n.Value != 0))
                    {
                        continue;
                    }

                    if (roundings.Exists(rounded => Math.Abs(net.Value + tax.Value + rounded - total.Value) <= 2 * Cent) && (net.Value != 0 || total.Value == 0))
                    {
                        var score = total.Weight + net.Weight + tax.Weight + (lines is { } sum && Math.Abs(sum - net.Value) <= Cent ? 0.5 : 0) + (tax.Value != 0 ? 0.3 : 0);
                        if (best is null || score > best.Value.Score + 0.001)
                        {
                            best = (score, net.Field, tax.Field, total.Field);
                        }
                    }
                }
            }
        }

        if (best is { } sums)
        {
            // A rate of nothing agrees with any total; where another tax is named, it proves none.
            var isEmpty = sums.Tax is { Value: 0m } && taxes.Exists(t => t.Value != 0);
            draft.Set("netAmount", sums.Net with { Confidence = isEmpty ? Weak : sums.Tax is null ? 0.9 : Agreed });
            draft.Set("taxAmount", sums.Tax is null ? null : sums.Tax with { Confidence = isEmpty ? Weak : Agreed });
            draft.Set("totalAmount", sums.Total with { Confidence = sums.Tax is null ? 0.93 : Agreed });
            if (sums.Tax?.Value is decimal agreed && Math.Abs(draft.Taxes.Sum(t => t.Amount ?? 0) - agreed) > Cent * Math.Max(1, draft.Taxes.Count))
            {
                // Rows that happened to look like taxes by rate.
                draft.Taxes.Clear();
            }
        }

        if (best is null && taxes.Exists(t => t.Value != 0) && Of("totalAmount").OrderByDescending(t => t.Weight).FirstOrDefault() is { Weight: > 0 } only && !Of("netAmount").Exists(n => n.Weight > Weak))
        {
            // With a tax, the total is not the net amount as well; better none than a wrong one.
            found.RemoveAll(f => f.Role == "netAmount" && f.Value == only.Value);
        }

        // "Payment 1,000.00" between the total and the balance: what was paid.
        if (Of("payableAmount").Where(p => p.Weight >= 1).Select(p => p.Value).FirstOrDefault() is > 0 and var left && draft.Amount("totalAmount") is { } whole && left < whole && Of("prepaidAmount").Count == 0
            && found.Find(f => f.Value == whole - left) is { Field: { } paid })
        {
            draft.Set("payableAmount", Of("payableAmount").First(p => p.Value == left).Field with { Confidence = Agreed });
            draft.Set("prepaidAmount", paid with { Confidence = 0.9 });
        }

        foreach (var role in new[] { "netAmount", "taxAmount", "totalAmount", "payableAmount", "prepaidAmount", "chargeTotal", "allowanceTotal", "roundingAmount" })
        {
            draft.Set(role, Of(role).OrderByDescending(f => f.Weight).Select(f => f.Field).FirstOrDefault());
        }

        if (draft.Field("prepaidAmount") is { Value: < 0m and decimal taken } before && draft.Amount("totalAmount") > 0)
        {
            // "Deposit -50.00" is written as it is taken off.
            draft.Replace("prepaidAmount", before with { Value = -taken });
        }

        draft.Set("lineTotal", lines, 0.9);
    }

    private List<FoundTotal> Of(string role) => found.FindAll(f => f.Role == role);
}
