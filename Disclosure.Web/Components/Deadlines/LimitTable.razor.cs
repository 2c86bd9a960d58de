using Disclosure.Core.Approval;

namespace Disclosure.Web.Components.Deadlines;

/// <summary>What the law allows and what the bureau allows each step.</summary>
public partial class LimitTable(StepLimitService service)
{
    private IReadOnlyList<StepLimitRow> rows = [];
    private StepLimitRow? editing;
    private int days;

    /// <inheritdoc/>
    protected override async Task LoadAsync() => rows = await service.AllAsync();

    private void Begin(StepLimitRow row)
    {
        Hush();
        (editing, days) = (row, row.WorkDays);
    }

    private void Leave()
    {
        Hush();
        editing = null;
    }

    private void Shut(bool sent) => editing = sent ? null : editing;

    private Task<bool> SaveAsync()
    {
        var row = editing!;
        var done = $"“{row.Step.Name}”的时限已改为 {days} 个工作日，以后到达的稿件照此计算。";
        return RunAsync((by, now) => service.SetAsync(row.Route.Code, row.Step.Code, days, by, now), done);
    }
}
