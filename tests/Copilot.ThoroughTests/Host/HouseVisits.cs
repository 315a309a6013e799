using System.Net.Http.Headers;
using Copilot.Contracts;
using Copilot.Governance.Audit;
using Copilot.Host;
using Microsoft.Extensions.DependencyInjection;

namespace Copilot.ThoroughTests.Host;

/// <summary>What tests of a house of their own do with it again and again.</summary>
internal static class HouseVisits
{
    /// <summary>Signs in and gives a client with the token.</summary>
    public static async Task<HttpClient> SignedInAsync(this CopilotHost house, string role)
    {
        var client = new HttpClient { BaseAddress = house.Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await TestHouse.TokenAsync(client, role));
        return client;
    }

    /// <summary>Reads the entries of one kind, or all, in the order in which they were written.</summary>
    public static async Task<List<AuditRecord>> TrailAsync(this CopilotHost house, AuditEntryKind? kind = null)
    {
        var trail = new List<AuditRecord>();
        await foreach (var entry in house.Services.GetRequiredService<AuditReader>().ExportAsync(null, null, CancellationToken.None))
        {
            if (kind is null || entry.Kind == kind)
            {
                trail.Add(entry);
            }
        }

        return trail;
    }
}
