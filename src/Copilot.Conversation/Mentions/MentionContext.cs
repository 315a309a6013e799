using Copilot.Contracts;
using Copilot.Conversation.Reading;

namespace Copilot.Conversation.Mentions;

/// <summary>Lets the words beside a name decide between things of like names.</summary>
internal static class MentionContext
{
    private const double Strong = 0.15;
    private const double Weak = 0.05;

    /// <summary>Gives the boost for one kind at one place.</summary>
    public static double Boost(QuestionText text, int start, int end, SlotKind kind)
    {
        var words = text.Words;
        var boost = 0.0;
        for (var i = 0; i < words.Count; i++)
        {
            var near = (words[i].End <= start && start - words[i].End <= 12) || (words[i].Start >= end && words[i].Start - end <= 2);
            if (near)
            {
                boost = Math.Max(boost, Says(words[i].Text, kind));
            }
            else if (Says(words[i].Text, kind) >= Strong)
            {
                boost = Math.Max(boost, Weak);
            }
        }

        return boost;
    }

    private static double Says(string word, SlotKind kind) => kind switch
    {
        SlotKind.Customer => word is "customer" or "customers" or "client" or "account" or "owe" or "owes" or "invoiced" or "ordered" ? Strong : word is "for" or "to" or "with" ? Weak : 0,
        SlotKind.Supplier => word is "supplier" or "suppliers" or "vendor" or "vendors" or "receipt" or "receipts" or "purchase" or "purchased" or "bought" or "receive" ? Strong : word is "from" or "by" ? Weak : 0,
        SlotKind.Warehouse => word is "warehouse" or "warehouses" or "site" or "depot" or "stock" ? Strong : word is "in" or "at" ? 0.1 : 0,
        SlotKind.Product => word is "product" or "item" or "article" or "sku" or "stock" or "substitute" or "substitutes" or "alternative" ? Weak : 0,
        SlotKind.Category => word is "category" or "range" or "family" or "products" or "items" ? Strong : 0,
        SlotKind.Person => word is "rep" or "salesperson" or "colleague" or "by" ? Weak : 0,
        SlotKind.Company => word is "company" ? Strong : 0,
        _ => 0,
    };
}
