using Disclosure.Core.Approval;
using Disclosure.Core.Common;
using Disclosure.Core.Submissions;
using Disclosure.Web.Components.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Disclosure.Web.Components.Submissions;

/// <summary>How a new item begins on its form: empty, from an earlier item, or from a template.</summary>
public sealed partial class EditPage
{
    private string? copied;

    /// <summary>Unit a new item is for; the first the person edits for where it is not named.</summary>
    [Parameter]
    public int? Unit { get; set; }

    /// <summary>Earlier item that a new one begins with.</summary>
    [Parameter]
    public int? From { get; set; }

    /// <summary>Template that a new item begins with.</summary>
    [Parameter]
    public int? Template { get; set; }

    private string CopyKey =>
        form!.IsBlank ? $"disclosure.draft.{form.Me}.new.{form.Item.Unit.Id}" : $"disclosure.draft.{form.Me}.{form.Item.Id}";

    private async Task<ItemView?> BlankAsync(Actor by)
    {
        var unit = Unit ?? (await queries.UnitsAsync(by, Now)).Select(u => (int?)u.Id).FirstOrDefault();
        return unit is { } chosen ? await items.BlankAsync(chosen, by, Now) : null;
    }

    /// <summary>True when something was taken over.</summary>
    private async Task<bool> TakeOverAsync(DraftForm fresh, Actor by)
    {
        if (From is { } earlier && await earlierItems.FormAsync(earlier, by, Now) is { } source)
        {
            TakeOver(fresh, source.Content, source.SubjectId, $"“{source.Content.Title}”");
            return true;
        }
        if (Template is { } chosen && await templates.FindAsync(chosen, by, Now) is { } template)
        {
            TakeOver(fresh, template.Content, template.SubjectId, $"模板“{template.Name}”");
            return true;
        }
        return false;
    }

    private void TakeOver(DraftForm fresh, ItemContent content, int? subject, string source)
    {
        fresh.TakeOver(ItemCopy.Of(content, fresh.Content), subjects.Any(s => s.Id == subject) ? subject : null);
        var moved = fresh.Content.Title == content.Title ? "请核对标题和概述" : $"标题已改为“{fresh.Content.Title}”，请核对标题和概述";
        copied = $"内容取自{source}，{moved}；文件、自查、确认、日期和编号没有带来。";
    }

    /// <summary>A file is about to come; answers the item's key, 0 where it could not begin.</summary>
    private async Task<int> BeginItemAsync()
    {
        await keeper!.BeginAsync();
        await HearAsync();
        return form!.Item.Id;
    }

    // The address becomes the item's own, without another page: what is typed and where the keyboard stands stays. It is told before the
    // form says that it is saved, so that whoever loads the page anew then finds the item.
    private async Task TellBegunAsync()
    {
        if (Id != 0 || form!.IsBlank)
        {
            return;
        }
        try
        {
            if (script is null)
            {
                // On a slow line the first word is stored before the form's own script is there; the copy is renamed once it is.
                await js.InvokeVoidAsync("disclosureScreen.addressIs", form.Address);
                return;
            }
            await script.InvokeVoidAsync("begun", CopyKey, form.Address);
        }
        catch (Exception e) when (e.IsOfTheLine())
        {
            // The copy stays under its old key, and is offered with the next new form.
        }
    }
}
