"""Addresses of the help a family gets. They hold random numbers only."""

from django.urls import path

from rightdoor.plans.views import assessment, closing, drafts, goals, lead, level, mine, plan, reviews, team

app_name = "plans"
_F = "<uuid:family_id>/"
urlpatterns = [
    path("", mine.mine, name="mine"),
    path("offers/", mine.offers, name="offers"),
    path("offers/<uuid:offer_id>/", mine.offer, name="offer"),
    path("hand-overs/<uuid:offer_id>/", mine.handover, name="handover"),
    path("team/", mine.supervision, name="supervision"),
    path(_F + "drafts/<slug:form>/", drafts.keep, name="draft-keep"),
    path(_F + "assessment/", assessment.assessment, name="assessment"),
    path(_F + "assessment/summary/", assessment.change_summary, name="summary-change"),
    path(_F + "assessment/finish/", level.complete, name="assessment-complete"),
    path(_F + "assessment/facts/", level.family_facts, name="facts"),
    path(_F + "assessment/facts/<uuid:person_id>/", level.person_facts, name="facts-person"),
    path(_F + "assessment/<uuid:entry_id>/", assessment.change_entry, name="entry-change"),
    path(_F + "assessment/<uuid:entry_id>/remove/", assessment.remove_entry, name="entry-remove"),
    path(_F + "assessment/<uuid:entry_id>/restore/", assessment.restore_entry, name="entry-restore"),
    path(_F + "plan/", plan.plan, name="plan"),
    path(_F + "plan/print/", plan.print_plan, name="plan-print"),
    path(_F + "plan/words/", plan.write, name="plan-write"),
    path(_F + "plan/agree/", plan.agree, name="plan-agree"),
    path(_F + "plan/goals/add/", goals.add_goal, name="goal-add"),
    path(_F + "plan/goals/<uuid:goal_id>/", goals.change_goal, name="goal-change"),
    path(_F + "plan/goals/<uuid:goal_id>/end/", goals.end_goal, name="goal-end"),
    path(_F + "plan/goals/<uuid:goal_id>/action/", goals.add_action, name="action-add"),
    path(_F + "plan/actions/<uuid:action_id>/", goals.change_action, name="action-change"),
    path(_F + "plan/actions/<uuid:action_id>/settle/", goals.settle_action, name="action-settle"),
    path(_F + "team/", team.team, name="team"),
    path(_F + "team/invite/", team.invite, name="member-invite"),
    path(_F + "team/<uuid:member_id>/leave/", team.leave, name="member-leave"),
    path(_F + "meetings/plan/", team.plan_meeting, name="meeting-plan"),
    path(_F + "meetings/<uuid:meeting_id>/", team.hold_meeting, name="meeting-hold"),
    path(_F + "meetings/<uuid:meeting_id>/minutes/", team.change_minutes, name="minutes-change"),
    path(_F + "meetings/<uuid:meeting_id>/cancel/", team.cancel_meeting, name="meeting-cancel"),
    path(_F + "reviews/", reviews.reviews, name="reviews"),
    path(_F + "reviews/hold/", reviews.hold, name="review-hold"),
    path(_F + "lead/", lead.lead, name="lead"),
    path(_F + "lead/take-back/", lead.withdraw_lead_offer, name="offer-withdraw"),
    path(_F + "lead/offer/", lead.hand_over, name="handover-offer"),
    path(_F + "lead/<uuid:offer_id>/withdraw/", lead.withdraw, name="handover-withdraw"),
    path(_F + "step-up/", lead.step_up, name="step-up"),
    path(_F + "step-down/", lead.step_down, name="step-down"),
    path(_F + "resume/", lead.resume, name="resume"),
    path(_F + "closing/", closing.close, name="close"),
    path(_F + "closing/follow-up/", closing.follow_up, name="follow-up"),
]
