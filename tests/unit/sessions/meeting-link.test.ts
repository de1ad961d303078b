import { describe, expect, test } from 'vitest'
import { meetingLinkWarning, readMeetingLink } from '@/lib/sessions/meeting-link'

const teams =
  'https://teams.microsoft.com/l/meetup-join/19%3ameeting_abc%40thread.v2/0?context=%7b%22Tid%22%3a%221%22%7d'
const zoom = 'https://example.zoom.us/j/123456789?pwd=abc.1'

describe('readMeetingLink', () => {
  test.each([
    [teams, teams],
    [zoom, zoom],
    ['https://vergaderen.example.nl/kamer/(1)', 'https://vergaderen.example.nl/kamer/(1)'],
    [`<${teams}>`, teams],
    [`${teams}>`, teams],
    [`${zoom}.`, zoom],
    [`Doe mee via ${zoom}, tot dan!`, zoom],
    [`(${zoom})`, zoom],
    [`"${zoom}".`, zoom],
    [`Zie **${zoom}**`, zoom],
  ])('takes the link out of %j', (typed, link) => {
    expect(readMeetingLink(typed)).toEqual({ link })
  })

  test.each([
    `https://eur01.safelinks.protection.outlook.com/?url=${encodeURIComponent(teams)}&data=05%7C01&reserved=0`,
    `https://nam12.safelinks.protection.outlook.com/ap/t-59584e83/?url=${encodeURIComponent(teams)}&data=1`,
    `https://eur01.safelinks.protection.outlook.com/?url=${encodeURIComponent(
      `https://eur02.safelinks.protection.outlook.com/?url=${encodeURIComponent(teams)}`,
    )}`,
    `https://www.google.com/url?q=${encodeURIComponent(teams)}&sa=D`,
  ])('unwraps a link of a mail filter: %s', (wrapped) => {
    expect(readMeetingLink(wrapped)).toEqual({ link: teams })
  })

  test('unwraps both versions of URL Defense', () => {
    const v2 =
      'https://urldefense.proofpoint.com/v2/url?u=https-3A__example.zoom.us_j_123456789-3Fpwd-3Dabc.1&d=DwMFaQ&c=x'
    const v3 = 'https://urldefense.com/v3/__https://example.zoom.us/j/123456789?pwd=abc.1__;!!AbC123!xyz$'
    const replaced = 'https://urldefense.com/v3/__https://example.nl/kamer*1**Ax__;IyEh!!AbC123!xyz$'
    expect(readMeetingLink(v2)).toEqual({ link: zoom })
    expect(readMeetingLink(v3)).toEqual({ link: zoom })
    expect(readMeetingLink(replaced)).toEqual({ link: 'https://example.nl/kamer#1!!x' })
  })

  test('takes the one link that opens the meeting out of a whole invitation', () => {
    const invitation = `
      Microsoft Teams Vergadering
      Deelnemen: <${teams}>
      Vergaderings-id: 123 456 789
      Hulp nodig? https://aka.ms/JoinTeamsMeeting?omkt=nl-NL
      Opties: https://teams.microsoft.com/meetingOptions/?organizerId=1
      Bel mee: https://dialin.teams.microsoft.com/1`
    expect(readMeetingLink(invitation)).toEqual({ link: teams })
    const zoomInvitation = `Join Zoom Meeting\n${zoom}\nFind your local number: https://example.zoom.us/u/abc`
    expect(readMeetingLink(zoomInvitation)).toEqual({ link: zoom })
    expect(readMeetingLink(`${zoom}\n${zoom}`)).toEqual({ link: zoom })
  })

  test.each([
    [`${teams}\n${zoom}`, 'several-links'],
    ['https://example.nl/een https://example.nl/twee', 'several-links'],
    ['http://vergaderen.example.nl/1', 'not-https'],
    ['https://naam:geheim@vergaderen.example.nl/1', 'not-https'],
    ['teams.microsoft.com/l/meetup-join/1', 'not-https'],
    ['javascript:alert(1)', 'not-https'],
    ['https://', 'not-https'],
    ['zomaar iets', 'not-https'],
    [`https://eur01.safelinks.protection.outlook.com/?url=${encodeURIComponent('http://example.nl/1')}`, 'not-https'],
    [`https://eur01.safelinks.protection.outlook.com/?url=${encodeURIComponent('javascript:alert(1)')}`, 'not-https'],
  ])('refuses %j with %s', (typed, problem) => {
    expect(readMeetingLink(typed)).toEqual({ problem })
  })
})

test.each([
  ['https://example.zoom.us/s/123?zak=eyJ', 'host-link'],
  ['https://example.zoom.us/j/123?zak=eyJ', 'host-link'],
  ['https://example.zoom.us/w/123?tk=abc&pwd=1', 'personal-link'],
  [zoom, null],
  [teams, null],
  ['https://example.nl/?zak=1', null],
])('meetingLinkWarning of %s is %s', (link, warning) => {
  expect(meetingLinkWarning(link)).toBe(warning)
})
